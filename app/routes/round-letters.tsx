import { type LinksFunction, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { consultantOf } from '#app/http/principal.server.ts'
import { Letter } from '#app/rounds/mail/letter.tsx'
import { lettersOf } from '#app/rounds/mail/letters.server.ts'
import { ownedRound } from '#app/rounds/owned.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Letters · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { round } = await ownedRound(context, params.roundId)
  if (round.state !== 'open') throw redirect(`/rounds/${round.id}`)
  const letters = await lettersOf(context.db, round, context.config)
  return { signedIn: consultantOf(context).name, round: { id: round.id, title: round.title }, letters }
}

export default function RoundLetters() {
  const { signedIn, round, letters } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Letters"
      signedIn={signedIn}
      trail={[
        { label: round.title, href: `/rounds/${round.id}` },
        { label: 'Mail', href: `/rounds/${round.id}/mail` },
      ]}
      lede="Print this page: each lead who has not begun gets a sheet. Whoever holds a sheet can answer in that lead’s name."
    >
      {letters.length === 0 && <p>Everybody has begun, so there is no letter to print.</p>}
      {letters.map((letter) => (
        <Letter key={letter.link} {...letter} />
      ))}
    </Page>
  )
}
