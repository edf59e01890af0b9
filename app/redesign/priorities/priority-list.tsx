import { LinkButton } from '#app/ui/button.tsx'
import type { PlanEntry } from '../plan/plan.ts'

interface PriorityListProps {
  priorities: readonly PlanEntry<'priority'>[]
  base: string
  mayChange: boolean
}

/** The outcomes that come first, in the order in which the team put them. */
export function PriorityList({ priorities, base, mayChange }: PriorityListProps) {
  return (
    <ol className="entries">
      {priorities.map(({ id, content: { outcome, owner, tradeOff, argument } }) => (
        <li key={id}>
          <div className="section-head">
            <h3>{outcome}</h3>
            {mayChange && (
              <LinkButton look="quiet" href={`${base}/${id}`} aria-label={`Change: ${outcome}`}>
                Change
              </LinkButton>
            )}
          </div>
          <dl className="pairs">
            <div>
              <dt>Owner</dt>
              <dd>{owner || 'Nobody yet'}</dd>
            </div>
            <div>
              <dt>Given up for it</dt>
              <dd className="as-written">{tradeOff || 'Nothing yet'}</dd>
            </div>
            {argument && (
              <div>
                <dt>Why one more</dt>
                <dd className="as-written">{argument}</dd>
              </div>
            )}
          </dl>
        </li>
      ))}
    </ol>
  )
}

/** What belongs there while there is nothing. */
export function NoPriorities({ base, mayChange }: Omit<PriorityListProps, 'priorities'>) {
  return (
    <div className="empty">
      <h2>No priorities yet</h2>
      <p>
        Three to five outcomes belong here: what is to be different for customers or the business by the end
        of the cycle, who answers for it, and what is given up to make room.
      </p>
      {mayChange && (
        <div className="buttons">
          <LinkButton look="main" href={`${base}/new`}>
            Write down the first
          </LinkButton>
        </div>
      )}
    </div>
  )
}
