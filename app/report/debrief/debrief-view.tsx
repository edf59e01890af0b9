import { writtenDay } from '#app/rounds/day.ts'
import { ClosingStep } from './closing-step.tsx'
import type { Debrief } from './debrief.ts'
import { ROLE_LIST } from './decision-form.tsx'
import { FindingSteps } from './finding-steps.tsx'
import { Keys } from './keys.tsx'
import type { DebriefPage } from './load-debrief.server.ts'
import { Step } from './step.tsx'

export interface DebriefViewProps extends Omit<DebriefPage, 'debrief'> {
  debrief: Debrief
  /** What was wrong with the decision that was sent last, by its id. */
  refused?: { entry: string; errors: Record<string, string> }
}

/** The whole way as one page: once it is open it needs nothing more from the server. */
export function DebriefView(props: DebriefViewProps) {
  const { debrief, forms, roundId, roles, mayWrite, refused } = props
  const path = `/rounds/${roundId}/debrief`
  const decideAt = mayWrite ? { action: path, revote: `/rounds/${roundId}/revote` } : null
  const errorsOf = (entry: string) => (refused?.entry === entry ? refused.errors : undefined)
  return (
    <main className="debrief" data-debrief={mayWrite ? `${path}/decisions` : ''}>
      <OpeningSteps {...props} />
      {debrief.findings.map((finding, index) => {
        const form = forms.findings[index]
        return (
          form && (
            <FindingSteps
              key={finding.ruleId}
              finding={finding}
              number={index + 1}
              form={form}
              decideAt={decideAt}
              errors={errorsOf(form.entry)}
            />
          )
        )
      })}
      {debrief.strengths.length > 0 && (
        <Step id="keep" kicker="What works" title="Keep this">
          <ul className="step-list">
            {debrief.strengths.map((strength) => (
              <li key={strength}>{strength}</li>
            ))}
          </ul>
        </Step>
      )}
      <ClosingStep {...props} path={path} errorsOf={errorsOf} />
      <datalist id={ROLE_LIST}>
        {roles.map((role) => (
          <option key={role} value={role} />
        ))}
      </datalist>
      <Keys findings={debrief.findings.length} mayWrite={mayWrite} />
    </main>
  )
}

function OpeningSteps({ debrief, roundId, isDraft }: DebriefViewProps) {
  const { clientName, roundTitle, promise, headline, statement, confidence, strip, findings } = debrief
  return (
    <>
      <section className="step" id="start" data-step="Start" tabIndex={-1} aria-labelledby="start-title">
        <p className="step-kicker">{roundTitle}</p>
        <h1 id="start-title">{clientName}</h1>
        <p className="step-lede">What you said, what it means, and what you decide.</p>
        <p className="step-aside">{promise}</p>
        {isDraft && (
          <p className="step-aside">
            The report is not published yet: this follows its draft as it stands now.
          </p>
        )}
        <p className="step-aside">
          <a href={`/rounds/${roundId}`}>Back to the round</a>
        </p>
      </section>
      <Step id="expect" kicker="The answer · Guess" title="What do you expect?" digit={0}>
        <p className="step-lede">
          One sentence each, before it is shown: what stands between this team and its plan?
        </p>
      </Step>
      <Step id="answer" kicker="The answer" title={headline} figure={strip}>
        <p className="step-statement">{statement}</p>
        <p className="step-aside">{confidence}</p>
      </Step>
      <Agenda debrief={debrief} />
      {findings.length === 0 && (
        <Step id="no-finding" kicker="Findings" title="No finding is sure enough to act on">
          <p className="step-lede">
            Take the open points of the report one by one and ask what people see. Nothing is ordered here.
          </p>
        </Step>
      )}
    </>
  )
}

/** What the session is for, said before it begins. */
function Agenda({ debrief: { proposals, findings } }: Pick<DebriefViewProps, 'debrief'>) {
  if (proposals.length === 0) return null
  const placeOf = (ruleId: string) => {
    const at = findings.findIndex((finding) => finding.ruleId === ruleId)
    return at < 0 ? 'closing' : `finding-${at + 1}-decide`
  }
  const title =
    proposals.length === 1
      ? 'Before you leave, decide this one'
      : `Before you leave, decide these ${proposals.length === 2 ? 'two' : 'three'}`
  return (
    <Step id="agenda" kicker="What this session is for" title={title}>
      <ol className="step-list">
        {proposals.map(({ wording, owner, due, ruleId }) => (
          <li key={wording}>
            <a href={`#${placeOf(ruleId)}`}>{wording}</a>
            <span className="step-aside">
              {[owner, due && `by ${writtenDay(due)}`].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </ol>
    </Step>
  )
}
