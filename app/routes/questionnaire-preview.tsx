import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ItemField } from '#app/answers/item-field.tsx'
import questionnaireCss from '#app/answers/questionnaire.css?url'
import { Speech, spokenIn } from '#app/answers/speech.tsx'
import { LEVELS, type Section } from '#app/questionnaire/instrument.ts'
import { sectionsFor } from '#app/questionnaire/items.ts'
import { languageName, languagesOf, localise } from '#app/questionnaire/languages.ts'
import { findQuestionnaire } from '#app/questionnaire/own/load-questionnaire.server.ts'
import { LEVEL_NAMES } from '#app/rounds/count-words.ts'
import defaultRoles from '#app/rounds/default-roles.json'

export const handle = { shell: 'questionnaire' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: questionnaireCss }]
export const meta = () => [{ title: 'Preview of a questionnaire · Plumbline' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { instrument } = await findQuestionnaire(context.db, params.questionnaireId)
  const asked = new URL(request.url).searchParams
  const level = LEVELS.find((known) => known === asked.get('level')) ?? 'senior'
  const languages = languagesOf(instrument)
  const spoken = languages.find((tag) => tag === asked.get('language')) ?? instrument.language
  return {
    id: params.questionnaireId ?? '',
    title: instrument.title,
    level,
    languages,
    spoken,
    sections: sectionsFor(localise(instrument, spoken), level),
    roles: (instrument.ownerRoles ?? (defaultRoles as string[])).map((name, index) => ({
      id: `r${index}`,
      name,
    })),
  }
}

export default function QuestionnairePreview() {
  const { id, title, level, languages, spoken, sections, roles } = useLoaderData<typeof loader>()
  const names = { departments: [], roles }
  return (
    <main id="main">
      <p>
        <a href={`/questionnaires/${id}`}>{`Back to ${title}`}</a>
      </p>
      <h1>{`Preview: ${LEVEL_NAMES[level].toLowerCase()}`}</h1>
      <p className="lede">Everything this level is asked, on one page. Nothing is saved.</p>
      <nav aria-label="Level and language">
        <ul className="languages">
          {LEVELS.flatMap((one) =>
            languages.map((tag) => (
              <li key={`${one} ${tag}`}>
                <a
                  href={`?level=${one}&language=${tag}`}
                >{`${LEVEL_NAMES[one]}, ${languageName(tag, 'en')}`}</a>
              </li>
            )),
          )}
        </ul>
      </nav>
      <Speech language={spoken}>
        <div {...spokenIn(spoken)}>
          {(sections as Section[]).map((section) => (
            <section key={section.id} aria-labelledby={`section-${section.id}`}>
              <h2 id={`section-${section.id}`}>{section.title}</h2>
              {section.intro && <p className="lede">{section.intro}</p>}
              <form method="dialog" autoComplete="off">
                {section.items.map((item) => (
                  <ItemField key={item.id} item={item} level={level} values={{}} names={names} />
                ))}
              </form>
            </section>
          ))}
        </div>
      </Speech>
    </main>
  )
}
