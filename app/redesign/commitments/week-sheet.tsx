import type { ReactNode } from 'react'
import { writtenDay } from '#app/rounds/day.ts'
import type { Commitment } from './commitments.ts'
import type { Week } from './week.ts'

/** The sheet for a weekly meeting: four questions, and under each what the plan knows. Fits a page when it is printed. */
export function WeekSheet({ week: { moved, blocked, ahead, stopping } }: { week: Week }) {
  return (
    <div className="week">
      <Question
        title="1. What has changed?"
        asks="Movement in results, not in activity. A figure that nobody has is an answer, too."
      >
        {moved.map(({ words, figures, owner }) => (
          <li key={words}>
            {words} <span className="muted">{[figures, owner].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </Question>
      <Question title="2. What is blocked?" asks="For each: who is needed, and which decision.">
        {blocked.late.map((one) => (
          <CommitmentLine key={one.id} one={one} word="was due" />
        ))}
        {blocked.dependencies.map(({ team, needs, for: reason }) => (
          <li key={`${team} ${needs} ${reason}`}>
            {`${team} has not agreed to it yet${needs ? `: ${needs}` : ''}`}{' '}
            <span className="muted">{`for “${reason}”`}</span>
          </li>
        ))}
        {blocked.vacant.map((situation) => (
          <li key={situation}>
            {situation} <span className="muted">nobody has the decision</span>
          </li>
        ))}
      </Question>
      <Question title="3. What has to be made safe now?" asks="Due within two weeks.">
        {ahead.map((one) => (
          <CommitmentLine key={one.id} one={one} word="due" />
        ))}
      </Question>
      <Question title="4. What do we stop, or let wait?" asks="What was to stop and runs on is decided here.">
        {stopping.back.map(({ work, sponsor }) => (
          <li key={work}>
            {work} <span className="muted">{`was taken up again${sponsor ? ` · ${sponsor}` : ''}`}</span>
          </li>
        ))}
        {stopping.agreed.map(({ work, sponsor }) => (
          <li key={work}>
            {work} <span className="muted">{`has it stopped?${sponsor ? ` · ${sponsor}` : ''}`}</span>
          </li>
        ))}
      </Question>
    </div>
  )
}

function CommitmentLine({ one: { words, owner, due }, word }: { one: Commitment; word: string }) {
  return (
    <li>
      {words} <span className="muted">{`${owner || 'no owner'} · ${word} ${writtenDay(due)}`}</span>
    </li>
  )
}

/** As many lines under a question as leave room for the three others on one printed page. */
const MOST_PRINTED = 6

function Question({ title, asks, children }: { title: string; asks: string; children: ReactNode[] }) {
  const lines = children.flat().filter(Boolean)
  return (
    <section>
      <h2>{title}</h2>
      <p className="muted">{asks}</p>
      {lines.length > 0 ? <ul>{lines}</ul> : <p>Nothing in the plan.</p>}
      {lines.length > MOST_PRINTED && (
        <p className="week-more">{`And ${lines.length - MOST_PRINTED} more, on the screen.`}</p>
      )}
    </section>
  )
}
