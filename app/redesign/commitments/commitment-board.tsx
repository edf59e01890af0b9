import { writtenDay } from '#app/rounds/day.ts'
import { Button } from '#app/ui/button.tsx'
import { commitmentAddress } from './commitment-address.ts'
import type { Commitment, CommitmentGroups } from './commitments.ts'

interface CommitmentBoardProps {
  groups: CommitmentGroups
  /** `/engagements/…/plan`; null where the reader may only look. */
  base: string | null
}

const GROUPS = [
  { id: 'late', title: 'Late', note: '' },
  { id: 'soon', title: 'Due within two weeks', note: '' },
  { id: 'later', title: 'Later', note: '' },
  {
    id: 'unsettled',
    title: 'Without an owner or a day',
    note: 'Nobody can keep what nobody was given. Settle these first, or take them out.',
  },
  { id: 'over', title: 'Over', note: '' },
] as const

/** Everything that was agreed, by what has to be looked at first. */
export function CommitmentBoard({ groups, base }: CommitmentBoardProps) {
  return (
    <div className="stack-wide">
      {GROUPS.filter(({ id }) => groups[id].length > 0).map(({ id, title, note }) => (
        <section key={id} className="stack">
          <h2>{`${title} (${groups[id].length})`}</h2>
          {note && <p className="muted">{note}</p>}
          <ul className="rows commitments">
            {groups[id].map((one) => (
              <CommitmentRow key={one.id} commitment={one} base={base} late={id === 'late'} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

const STATE_WORDS = { open: '', done: 'done', missed: 'missed', dropped: 'dropped' } as const

interface CommitmentRowProps {
  commitment: Commitment
  base: string | null
  late: boolean
}

function CommitmentRow({ commitment, base, late }: CommitmentRowProps) {
  const { words, owner, due, state } = commitment
  const facts = [
    owner || 'no owner',
    due ? `${late ? 'was due ' : ''}${writtenDay(due)}` : 'no day',
    STATE_WORDS[state],
  ]
  return (
    <li>
      <span>
        {base === null ? (
          <span className="label">{words}</span>
        ) : (
          <a className="main-link" href={`${base}${commitmentAddress(commitment)}`}>
            {words}
          </a>
        )}
        <span className="muted">{facts.filter(Boolean).join(' · ')}</span>
      </span>
      {base !== null && state === 'open' && <DoneForm commitment={commitment} />}
    </li>
  )
}

function DoneForm({ commitment: { id, kind, revision, words } }: { commitment: Commitment }) {
  return (
    <form method="post">
      <input type="hidden" name="entry" value={id} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="revision" value={revision} />
      <Button name="intent" value="done" aria-label={`Done: ${words}`}>
        Done
      </Button>
    </form>
  )
}
