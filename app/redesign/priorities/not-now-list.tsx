import { writtenDay } from '#app/rounds/day.ts'
import { LinkButton } from '#app/ui/button.tsx'
import type { PlanEntry } from '../plan/plan.ts'
import { NOT_NOW_STATES, type NotNow } from './not-now.ts'
import { STATE_WORDS } from './priority-words.ts'

interface NotNowListProps {
  entries: readonly PlanEntry<'not-now'>[]
  base: string
  mayChange: boolean
  today: string
}

/** What waits, what has stopped and what is back, in this order. */
export function NotNowList({ entries, ...rest }: NotNowListProps) {
  return (
    <>
      {NOT_NOW_STATES.map((state) => {
        const there = entries.filter(({ content }) => content.state === state)
        if (there.length === 0) return null
        return (
          <section key={state} className="stack">
            <h2>{`${STATE_WORDS[state]} (${there.length})`}</h2>
            <ul className="entries">
              {there.map((entry) => (
                <NotNowItem key={entry.id} entry={entry} {...rest} />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

type NotNowItemProps = { entry: PlanEntry<'not-now'> } & Omit<NotNowListProps, 'entries'>

function NotNowItem({ entry: { id, content }, base, mayChange, today }: NotNowItemProps) {
  const { work, sponsor, reason } = content
  return (
    <li>
      <div className="section-head">
        <h3>{work}</h3>
        {mayChange && (
          <LinkButton look="quiet" href={`${base}/${id}`} aria-label={`Change: ${work}`}>
            Change
          </LinkButton>
        )}
      </div>
      <dl className="pairs">
        <div>
          <dt>Sponsor</dt>
          <dd>{sponsor || 'Nobody yet'}</dd>
        </div>
        <div>
          <dt>Reason</dt>
          <dd>{reason || 'None given'}</dd>
        </div>
        <div>
          <dt>Until</dt>
          <dd>
            <Until content={content} today={today} />
          </dd>
        </div>
      </dl>
    </li>
  )
}

function Until({ content: { until, state }, today }: { content: NotNow; today: string }) {
  if (until === '') return <>It is taken up on purpose</>
  if (state === 'back' || until >= today) return <>{writtenDay(until)}</>
  return (
    <>
      {`${writtenDay(until)} `}
      <strong className="heed">This day has passed: let it wait longer, or take it up.</strong>
    </>
  )
}

/** What belongs there while there is nothing. */
export function EmptyNotNow({ base, mayChange }: Pick<NotNowListProps, 'base' | 'mayChange'>) {
  return (
    <div className="empty">
      <h2>Nothing waits yet</h2>
      <p>
        Work that the team has decided not to do now belongs here, with somebody who says no when it comes
        back, a reason and a day to look at it again. Without such a list people go on regardless.
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
