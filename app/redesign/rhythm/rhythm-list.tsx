import type { ReactNode } from 'react'
import { writtenDay } from '#app/rounds/day.ts'
import { LinkButton } from '#app/ui/button.tsx'
import type { ShownForum } from './rhythm-view.ts'
import type { Sitting } from './schedule.ts'
import { lengthWords } from './schedule-words.ts'

interface RhythmListProps {
  forums: readonly ShownForum[]
  /** The address of the list. */
  base: string
  mayChange: boolean
}

/** The forums of a rhythm, each with what makes it one. */
export function RhythmList({ forums, base, mayChange }: RhythmListProps) {
  return (
    <div className="forums">
      {forums.map((shown) => (
        <ForumArticle key={shown.id} {...shown} base={base} mayChange={mayChange} />
      ))}
    </div>
  )
}

function ForumArticle({
  id,
  forum,
  when,
  next,
  moved,
  base,
  mayChange,
}: ShownForum & Omit<RhythmListProps, 'forums'>) {
  const { name, purpose, owner, members, decides, minutes } = forum
  return (
    <article id={`forum-${id}`}>
      <h2>{name}</h2>
      {purpose && <p className="lede">{purpose}</p>}
      <div className="forum-halves">
        <dl className="pairs">
          <Pair label="When">
            {when ?? 'Not settled. A first day and a time make a calendar file.'}
            {next.length > 0 && <p className="hint">Next: {next.map(writtenDay).join(', ')}</p>}
            {moved.length > 0 && <p className="hint">Holidays: {moved.map(shiftWords).join('; ')}</p>}
          </Pair>
          <Pair label="Length">{lengthWords(minutes)}</Pair>
          <Pair label="Owner">{owner || 'Nobody yet'}</Pair>
          {members.length > 0 && <Pair label="Members">{members.join(', ')}</Pair>}
          {decides && <Pair label="May decide">{decides}</Pair>}
        </dl>
        <dl className="pairs">
          {forum.agenda.length > 0 && (
            <Pair label="Questions">
              <ol>
                {forum.agenda.map((question) => (
                  <li key={question}>{question}</li>
                ))}
              </ol>
            </Pair>
          )}
          {forum.inputs && <Pair label="Brought to it">{forum.inputs}</Pair>}
          {forum.outputs && <Pair label="Ends with">{forum.outputs}</Pair>}
          {forum.mustNotBecome && (
            <Pair label="Must not become">
              <Lines text={forum.mustNotBecome} />
            </Pair>
          )}
        </dl>
      </div>
      <div className="buttons">
        {mayChange && <LinkButton href={`${base}/${id}`}>Change</LinkButton>}
        {when && (
          <LinkButton look="quiet" href={`${base}/${id}/calendar.ics`}>
            Calendar file
          </LinkButton>
        )}
      </div>
    </article>
  )
}

function Pair({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Lines({ text }: { text: string }) {
  const lines = text.split('\n').filter(Boolean)
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function shiftWords({ due, held }: Sitting): string {
  return held ? `${writtenDay(due)} moves to ${writtenDay(held)}` : `${writtenDay(due)} is left out`
}
