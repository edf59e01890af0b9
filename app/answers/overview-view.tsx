import { PrivacyPromise } from './privacy-promise.tsx'
import {
  changesInWords,
  minutesLeftInWords,
  nextSection,
  type SectionProgress,
  type SectionState,
} from './progress.ts'

export interface OverviewPage {
  clientName: string
  sections: SectionProgress[]
  minutesLeft: number
  submitted: boolean
  /** Items answered differently since the answers were handed in. */
  changes: number
  promise: string
}

const STATES: Record<SectionState, string> = {
  'not-started': 'Not started',
  started: 'Started',
  done: 'Done',
}

export function OverviewView({ page }: { page: OverviewPage }) {
  const next = nextSection(page.sections)
  const begun = page.sections.some(({ state }) => state !== 'not-started')
  return (
    <main id="main">
      <p className="kicker">{page.clientName}</p>
      <h1>{begun ? 'Where you are' : 'Your sections'}</h1>
      <p className="lede">
        {page.sections.length} short sections, {minutesLeftInWords(page.minutesLeft)}. Answers are saved as
        you go.
      </p>
      {page.submitted && <HandedIn changes={page.changes} />}
      <ol className="sections">
        {page.sections.map((section) => (
          <li key={section.id}>
            <a href={`/answer/${section.id}`}>{section.title}</a>
            <span className={`state ${section.state}`}>
              {STATES[section.state]}
              {section.state === 'started' && `, ${section.answered} of ${section.of}`}
            </span>
          </li>
        ))}
      </ol>
      <div className="buttons">
        <a className="button main" href={next ? `/answer/${next.id}` : '/answer/review'}>
          {next ? (begun ? 'Continue' : 'Begin') : 'Review and hand in'}
        </a>
        {next && begun && (
          <a className="button" href="/answer/review">
            Review and hand in
          </a>
        )}
      </div>
      <PrivacyPromise promise={page.promise} />
    </main>
  )
}

function HandedIn({ changes }: { changes: number }) {
  return (
    <div className="notice">
      <p>
        {changes === 0
          ? 'Your answers are handed in. You can change them until the round closes.'
          : `${changesInWords(changes)} since you handed in. The change counts once you hand in again.`}
      </p>
    </div>
  )
}
