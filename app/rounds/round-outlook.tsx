import { listed } from './count-words.ts'
import type { GroupProposal } from './propose-groups.ts'
import type { RoundState } from './round.ts'
import type { Outlook } from './what-can-be-shown.ts'

interface RoundOutlookProps {
  state: RoundState
  /** Of a round that is over: what came of it; null before. */
  shown: string[] | null
  outlook: Outlook
  /** Groups by department; null in open mode, where people stand by name. */
  proposal: GroupProposal | null
  promise: string
}

/** What the report can say of whom, and what leads are promised: fixed before the first invitation. */
export function RoundOutlook({ state, shown, outlook, proposal, promise }: RoundOutlookProps) {
  if (shown) return <Outcome shown={shown} />
  return (
    <section className="stack">
      <h2>What the report will be able to show</h2>
      <ul>
        {outlook.levels.map(({ level, sentence }) => (
          <li key={level}>{sentence}</li>
        ))}
        {!outlook.compared && <li>The two levels cannot be set side by side.</li>}
      </ul>
      {proposal && <Proposal proposal={proposal} />}
      {state === 'draft' && (
        <section className="stack">
          <h3>What each lead is promised</h3>
          <p>{`“${promise}”`}</p>
        </section>
      )}
    </section>
  )
}

function Outcome({ shown }: { shown: readonly string[] }) {
  return (
    <section className="stack">
      <h2>What the report shows</h2>
      <ul>
        {shown.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}

function Proposal({ proposal: { groups, sentences } }: { proposal: GroupProposal }) {
  if (groups.length === 0 && sentences.length === 0) return null
  return (
    <details className="unfold">
      <summary>Departments and roles</summary>
      <div className="stack">
        {groups.length > 0 && (
          <>
            <p>
              The report compares the levels. Where you speak of departments, these groups are large enough:
            </p>
            <ul>
              {groups.map(({ names, invited }) => (
                <li key={names.join()}>{`${listed(names)}: ${invited} invited`}</li>
              ))}
            </ul>
          </>
        )}
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </details>
  )
}
