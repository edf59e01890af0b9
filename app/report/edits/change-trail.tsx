import { writtenDay } from '#app/rounds/day.ts'
import type { EditEvent } from './edit.ts'
import { KIND_WORDS, keyInWords, orderInWords } from './place-words.ts'

const ACTS: Record<EditEvent['act'], string> = {
  changed: 'changed',
  kept: 'kept for new figures',
  dropped: 'dropped, as the figures had changed',
}

/** The audit trail of a report, to be read. */
export function ChangeTrail({ events }: { events: readonly EditEvent[] }) {
  if (events.length === 0) return <p>Nothing has been edited: the report is as it was generated.</p>
  return (
    <ol className="trail-events">
      {events.map((event, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries are never reordered
        <li key={index} className="stack">
          <p>
            <strong>{`${KIND_WORDS[event.kind]} ${ACTS[event.act]}`}</strong>
            <br />
            <span className="muted small">
              {`${keyInWords(event.target)} · ${event.by}, ${writtenDay(event.at.slice(0, 10))}, ${event.at.slice(11, 16)} UTC`}
            </span>
          </p>
          <dl className="compared">
            <div>
              <dt>Before</dt>
              <dd>
                <del>{shown(event.kind, event.before)}</del>
              </dd>
            </div>
            <div>
              <dt>After</dt>
              <dd>
                <ins>{shown(event.kind, event.after)}</ins>
              </dd>
            </div>
          </dl>
        </li>
      ))}
    </ol>
  )
}

function shown(kind: EditEvent['kind'], words: string): string {
  if (kind === 'order') return orderInWords(words)
  return words === '' ? 'nothing' : words
}
