import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ItemField } from '#app/answers/item-field.tsx'
import { PrivacyPromise } from '#app/answers/privacy-promise.tsx'
import questionnaireCss from '#app/answers/questionnaire.css?url'
import type { Names } from '#app/answers/summarise-answer.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { withCommitments } from '#app/questionnaire/commitments.ts'
import { LEVELS, type Level, type Section } from '#app/questionnaire/instrument.ts'
import { sectionsFor } from '#app/questionnaire/items.ts'
import { instrumentByKey } from '#app/questionnaire/own/workspace-catalogue.server.ts'
import { LEVEL_NAMES } from '#app/rounds/count-words.ts'
import { keepUntilOf } from '#app/rounds/keeping/keep-until.ts'
import { ownedRound } from '#app/rounds/owned.server.ts'
import { promiseOf } from '#app/rounds/promise.ts'
import { serviceOf } from '#app/themes/endpoint/endpoint-address.ts'
import { findCommitments } from '#db/commitments.ts'

export const handle = { shell: 'questionnaire' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: questionnaireCss }]
export const meta = () => [{ title: 'Preview of the questionnaire · Plumbline' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { round, engagement } = await ownedRound(context, params.roundId)
  const chosen = round.instrument ?? (await instrumentByKey(context.db, round.instrumentKey))
  if (!chosen) throw new Response(null, { status: 404 })
  const commitments = round.instrument ? [] : await findCommitments(context.db, round.id)
  const instrument = withCommitments(chosen, commitments)
  const asked = new URL(request.url).searchParams.get('level')
  const level = LEVELS.find((known) => known === asked) ?? 'senior'
  return {
    level,
    sections: sectionsFor(instrument, level),
    names: { departments: engagement.departments, roles: engagement.roles },
    promise: promiseOf(
      round.privacyMode,
      consultantOf(context).name,
      round.smallestGroup,
      keepUntilOf(round),
      round.state === 'draft' ? serviceOf(context.config) : round.linesGoTo,
    ),
    round: { id: round.id, title: round.title },
  }
}

export default function RoundPreview() {
  const { level, sections, names, promise, round } = useLoaderData<typeof loader>()
  return (
    <main id="main">
      <nav aria-label="Preview">
        <p>
          <a href={`/rounds/${round.id}`}>{`Back to ${round.title}`}</a>
        </p>
      </nav>
      <h1>{`Preview: ${LEVEL_NAMES[level].toLowerCase()}`}</h1>
      <p className="lede">
        Everything this level is asked, on one page; leads see one section at a time. Try the fields: nothing
        is saved.
      </p>
      <OtherLevels current={level} roundId={round.id} />
      <PrivacyPromise promise={promise} />
      {sections.map((section) => (
        <PreviewSection key={section.id} section={section as Section} level={level} names={names} />
      ))}
    </main>
  )
}

function OtherLevels({ current, roundId }: { current: Level; roundId: string }) {
  return LEVELS.filter((level) => level !== current).map((level) => (
    <p key={level}>
      <a
        href={`/rounds/${roundId}/preview?level=${level}`}
      >{`See what ${LEVEL_NAMES[level].toLowerCase()} are asked`}</a>
    </p>
  ))
}

function PreviewSection({ section, level, names }: { section: Section; level: Level; names: Names }) {
  return (
    <section aria-labelledby={`section-${section.id}`}>
      <h2 id={`section-${section.id}`}>{section.title}</h2>
      {section.intro && <p className="lede">{section.intro}</p>}
      {/* A form for a dialog that is not there: its buttons can be pressed and send nothing. */}
      <form method="dialog" autoComplete="off">
        {section.items.map((item) => (
          <ItemField key={item.id} item={item} level={level} values={{}} names={names} />
        ))}
      </form>
    </section>
  )
}
