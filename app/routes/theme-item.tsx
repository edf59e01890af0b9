import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fieldsOf } from '#app/http/fields-of.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import benchCss from '#app/themes/bench.css?url'
import { Bench } from '#app/themes/bench.tsx'
import { parseCodingStep, typedNames } from '#app/themes/coding-step.ts'
import { benchThemes } from '#app/themes/coding-view.ts'
import { editCodebook } from '#app/themes/edit-codebook.server.ts'
import { loadCoding } from '#app/themes/load-coding.server.ts'
import appCss from '#app/ui/app.css?url'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [appCss, benchCss].map((href) => ({ rel: 'stylesheet', href }))
export const meta: MetaFunction = () => [{ title: 'Themes · Plumbline' }]

async function requireCoding({ context, params }: Pick<LoaderFunctionArgs, 'context' | 'params'>) {
  const consultant = consultantOf(context)
  const coding = await loadCoding(context.db, { roundId: params.roundId ?? '', consultantId: consultant.id })
  const item = coding?.items.find(({ itemId }) => itemId === params.itemId)
  if (!coding || !item) throw new Response(null, { status: 404 })
  return { coding, item, consultant }
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { coding, item, consultant } = await requireCoding({ context, params })
  const next = coding.items[coding.items.indexOf(item) + 1] ?? null
  const themes = benchThemes(coding.codebook, item.itemId)
  return { round: coding.round, clientName: coding.clientName, item, next, themes, signedIn: consultant.name }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { coding, item } = await requireCoding({ context, params })
  const form = await readForm(request)
  const parsed = parseCodingStep(form)
  const result = parsed.ok
    ? await editCodebook(context.db, coding.round.id, item.itemId, parsed.step)
    : parsed
  if (result.ok) return redirect(`/rounds/${coding.round.id}/themes/${item.itemId}`, 303)
  const ticked = [...form.getAll('line'), ...form.getAll('tick')].map(String)
  const { name, theme: target } = fieldsOf(form, ['name', 'theme'])
  const names = typedNames(form).map(({ themeId, name: typed }) => [themeId, typed] as const)
  return data({ error: result.error, kept: { name, target, names, ticked } }, { status: 400 })
}

export default function ThemeItem() {
  const { round, clientName, item, next, themes, signedIn } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const kept = refused?.kept
  const trail = [
    { label: `${clientName}: ${round.title}`, href: `/rounds/${round.id}` },
    { label: 'Themes', href: `/rounds/${round.id}/themes` },
  ]
  return (
    <Page
      title={item.wording}
      signedIn={signedIn}
      trail={trail}
      lede="Tick lines and move them, tick themes and merge them, or give a theme a better name. Nobody can see here who wrote what."
    >
      {refused && <ErrorSummary errors={{ form: refused.error }} />}
      {themes.length === 0 && <p>Nobody gave a line here.</p>}
      <Bench
        themes={themes}
        kept={{
          name: kept?.name ?? '',
          target: kept?.target ?? '',
          names: new Map(kept?.names),
          ticked: new Set(kept?.ticked),
        }}
      />
      <p className="onward">
        {next ? (
          <a href={`/rounds/${round.id}/themes/${next.itemId}`}>{`Next: ${next.wording}`}</a>
        ) : (
          <a href={`/rounds/${round.id}/report`}>Read the report</a>
        )}
      </p>
    </Page>
  )
}
