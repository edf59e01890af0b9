import { languageName } from '#app/questionnaire/languages.ts'
import { PrivacyPromise } from './privacy-promise.tsx'
import { changesInWords, minutesLeftInWords, nextSection, type SectionProgress } from './progress.ts'
import { HiddenAnswers } from './resume/hidden-answers.tsx'
import { spokenIn, useWords } from './speech.tsx'
import type { Say } from './words.ts'

export interface OverviewPage {
  clientName: string
  sections: SectionProgress[]
  minutesLeft: number
  submitted: boolean
  /** Items answered differently since the answers were handed in. */
  changes: number
  promise: string
  /** The language of the page, and those that the lead may choose from. */
  language: string
  languages: string[]
  /** Whether there are answers from another browser that this one may not show. */
  hidden?: boolean
}

export function OverviewView({ page }: { page: OverviewPage }) {
  const say = useWords()
  const next = nextSection(page.sections)
  const begun = page.sections.some(({ state }) => state !== 'not-started')
  return (
    <main id="main">
      <p className="kicker">{page.clientName}</p>
      <h1>{say(begun ? 'overview.title-begun' : 'overview.title')}</h1>
      <p className="lede">
        {say(page.sections.length === 1 ? 'overview.lede-one' : 'overview.lede', {
          count: page.sections.length,
          left: minutesLeftInWords(page.minutesLeft, say),
        })}
      </p>
      {page.submitted && <HandedIn changes={page.changes} />}
      {page.hidden && <HiddenAnswers />}
      <ol className="sections">
        {page.sections.map((section) => (
          <li key={section.id}>
            <a href={`/answer/${section.id}`}>{section.title}</a>
            <span className={`state ${section.state}`}>{stateInWords(section, say)}</span>
          </li>
        ))}
      </ol>
      <div className="buttons">
        <a className="button main" href={next ? `/answer/${next.id}` : '/answer/review'}>
          {say(next ? (begun ? 'act.continue' : 'act.begin') : 'act.review')}
        </a>
        {next && begun && (
          <a className="button" href="/answer/review">
            {say('act.review')}
          </a>
        )}
      </div>
      <PrivacyPromise promise={page.promise} />
      {page.languages.length > 1 && <Languages {...page} />}
    </main>
  )
}

/** The other languages, a button each: what is answered stays as it is. */
function Languages({ language, languages }: Pick<OverviewPage, 'language' | 'languages'>) {
  const say = useWords()
  return (
    <form method="post" action="/answer" className="languages" aria-label={say('language.legend')}>
      {languages
        .filter((tag) => tag !== language)
        .map((tag) => (
          <button key={tag} className="button" type="submit" name="language" value={tag} {...spokenIn(tag)}>
            {languageName(tag)}
          </button>
        ))}
    </form>
  )
}

function stateInWords({ state, answered, of }: SectionProgress, say: Say): string {
  return state === 'started' ? say('overview.started-of', { answered, of }) : say(`state.${state}`)
}

function HandedIn({ changes }: { changes: number }) {
  const say = useWords()
  return (
    <div className="notice">
      <p>
        {changes === 0
          ? say('overview.handed-in')
          : say('overview.changed-since', { changes: changesInWords(changes, say) })}
      </p>
    </div>
  )
}
