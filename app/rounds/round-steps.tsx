import { Confirm } from '#app/ui/confirm.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { counted, listed } from './count-words.ts'
import type { Progress } from './progress.ts'
import type { Reopening } from './reopen-round.server.ts'
import { ReopenStep } from './reopen-step.tsx'
import type { GroupRisk } from './response-risk.ts'
import type { Round } from './round.ts'

export interface RoundStepsProps {
  round: Omit<Round, 'instrument'>
  instrumentTitle: string
  promise: string
  leadCount: number
  /** Leads who were added after the round opened and have no place in it. */
  lateLeads: string[]
  progress: Progress
  /** Levels of which the report would say little or nothing if the round closed now. */
  risks: GroupRisk[]
  /** What becomes of answers that were begun and never handed in. */
  unsent: string
  /** Of a closed round: whether it can be opened again. */
  reopening: Reopening | null
  /** An archived engagement takes no steps. */
  archived: boolean
  today: string
  /** What to think about before the round is opened. */
  warnings: string[]
  /** Why the last step was not taken. */
  error?: string
}

/** The steps a round can take from here, each saying what it fixes before it does. */
export function RoundSteps(props: RoundStepsProps) {
  const { round, error, leadCount, lateLeads, reopening, archived } = props
  const canOpen = round.state === 'draft' && leadCount > 0 && !archived
  const canReopen = reopening !== null && !archived
  if (!error && !canOpen && !canReopen && round.state !== 'open') return null
  return (
    <section className="stack ruled">
      {error && (
        <div className="notice wrong-list" role="alert">
          <p>{error}</p>
        </div>
      )}
      {canOpen && <OpenStep {...props} />}
      {round.state === 'open' && lateLeads.length > 0 && <LateStep {...props} />}
      {round.state === 'open' && <CloseStep {...props} />}
      {canReopen && <ReopenStep {...props} reopening={reopening} />}
    </section>
  )
}

function OpenStep({ round, instrumentTitle, promise, leadCount, warnings }: RoundStepsProps) {
  return (
    <>
      {warnings.length > 0 && (
        <Notice tone="heed" title="Before you open it">
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </Notice>
      )}
      <Confirm ask="Open the round" act={`Open “${round.title}”`} intent="open" look="main">
        <p className="label">From here on these are fixed</p>
        <ul>
          <li>{`The questionnaire: ${instrumentTitle}, word for word.`}</li>
          <li>{`The smallest group: ${round.smallestGroup} people.`}</li>
          <li>{`The promise: “${promise}”`}</li>
        </ul>
        <p>
          {`${counted(leadCount, 'lead gets', 'leads get')} a personal link. Nothing is sent yet: on the next page you mail the links, or pass them on.`}
        </p>
      </Confirm>
    </>
  )
}

function LateStep({ lateLeads }: RoundStepsProps) {
  return (
    <Notice title={`${counted(lateLeads.length, 'lead was', 'leads were')} added after the round opened`}>
      <p>{`${listed(lateLeads)} cannot answer yet.`}</p>
      <Confirm ask="Invite them as well" act={`Invite ${counted(lateLeads.length, 'lead')}`} intent="invite">
        <p>They get a personal link each, the same questionnaire and the same promise.</p>
      </Confirm>
    </Notice>
  )
}

function CloseStep({ round, progress, risks, unsent }: RoundStepsProps) {
  const names = progress.missing.map(({ name }) => name)
  const hidden = risks.filter(({ kind }) => kind === 'hidden').map(({ name }) => name)
  return (
    <Confirm ask="Close the round" act={`Close “${round.title}”`} intent="close" look="danger">
      <p>{`“${round.title}” ends for everybody: answers can no longer be given or changed.`}</p>
      {hidden.length > 0 && (
        <p className="label">{`Closed now, the report would not show: ${listed(hidden)}.`}</p>
      )}
      {risks.map(({ name, sentence }) => (
        <p key={name}>{sentence}</p>
      ))}
      {names.length > 0 && <p>{`Not in yet: ${listed(names)}. ${unsent}`}</p>}
      <p>Afterwards you look through the themes and read the report.</p>
    </Confirm>
  )
}
