import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { today } from '#app/http/context.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { LinkList } from '#app/themes/codebook/link-list.tsx'
import { decideLink, findThemeLinks } from '#app/themes/codebook/link-themes.server.ts'
import { proposeThemeLinks } from '#app/themes/codebook/propose-links.server.ts'
import { ownedCoding } from '#app/themes/owned-coding.server.ts'
import appCss from '#app/ui/app.css?url'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta: MetaFunction = () => [{ title: 'Links between questions · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { coding, consultant } = await ownedCoding(context, params.roundId)
  const { round, clientName, codings, items } = coding
  const themes = items.flatMap(({ itemId, wording }) =>
    (codings.find((one) => one.itemId === itemId)?.themes ?? [])
      .map(({ id, name }) => ({ id, name, item: wording }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en')),
  )
  const found = await findThemeLinks(context.db, round.id)
  return { round, clientName, themes, links: found, signedIn: consultant.name }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { coding, consultant } = await ownedCoding(context, params.roundId)
  const form = await readForm(request)
  const linking = { roundId: coding.round.id, coder: consultant.name, today: today(context) }
  if (form.get('intent') === 'propose') await proposeThemeLinks(context.db, linking.roundId)
  else {
    const result = await decideLink(context.db, linking, form)
    if (!result.ok) return data({ error: result.error }, { status: 400 })
  }
  return redirect(`/rounds/${coding.round.id}/themes/links`, 303)
}

export default function ThemeLinks() {
  const { round, clientName, themes, links: found, signedIn } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const trail = [
    { label: `${clientName}: ${round.title}`, href: `/rounds/${round.id}` },
    { label: 'Themes', href: `/rounds/${round.id}/themes` },
  ]
  return (
    <Page
      title="Links between questions"
      signedIn={signedIn}
      trail={trail}
      lede="What some put first, others would stop or wait for. A link counts only once you have confirmed it."
      actions={
        <form method="post">
          <Button name="intent" value="propose">
            Look for links
          </Button>
        </form>
      }
    >
      {refused && <ErrorSummary errors={{ form: refused.error }} />}
      <LinkList links={found} themes={themes} />
    </Page>
  )
}
