import { Button, LinkButton } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { counted } from '../count-words.ts'
import { writtenDay } from '../day.ts'
import type { Round } from '../round.ts'

export interface KeepingProps {
  round: Pick<Round, 'id' | 'title' | 'state' | 'answersDeletedOn'>
  keepUntil: string
  answered: number
  isOver: boolean
  today: string
}

const GOES = [
  'Every answer, draft and free text, and what was made of them: lines, themes, every version of the codebook, the links between themes.',
  'Quotes, your edits to the report and their history, and the mails of the round with their states.',
]
const STAYS = [
  'Published versions of the report, as they were frozen, and the links that open them.',
  'The names on the roster, and who was asked and who answered.',
]

/** When the answers of a round are deleted, and what that means. */
export function KeepingView({ error, typed, ...props }: KeepingProps & { error?: string; typed?: string }) {
  const { round, keepUntil } = props
  return (
    <div className="stack-wide">
      {round.answersDeletedOn ? (
        <Notice title={`The answers were deleted on ${writtenDay(round.answersDeletedOn)}`}>
          <p>
            Nothing of what leads said is left in the database. Published reports stay as they were frozen.
          </p>
        </Notice>
      ) : (
        <DayForm {...props} error={error} typed={typed ?? keepUntil} />
      )}
      <section className="stack">
        <h2>What is deleted</h2>
        <ul>
          {GOES.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <h2>What stays</h2>
        <ul>
          {STAYS.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <p className="muted">
          Backups are yours to look after: one that was made earlier holds the answers until you delete it
          too.
        </p>
      </section>
      {props.isOver && !round.answersDeletedOn && <DeleteNow {...props} />}
    </div>
  )
}

function DayForm({ round, error, typed, keepUntil }: KeepingProps & { error?: string; typed: string }) {
  const isDraft = round.state === 'draft'
  return (
    <form method="post" className="form">
      <ErrorSummary errors={error ? { keepUntil: error } : {}} />
      <Field
        name="keepUntil"
        label="The answers are deleted on"
        type="date"
        required
        className="short"
        hint={
          isDraft
            ? 'Usually twelve months after the last day. Leads read it in the promise; once the round is open, the day can only come nearer.'
            : `Leads were promised ${writtenDay(keepUntil)}. You can choose an earlier day, never a later one.`
        }
        max={isDraft ? undefined : keepUntil}
        defaultValue={typed}
        error={error}
      />
      <div className="buttons">
        <Button look="main" name="intent" value="save">
          Set the day
        </Button>
        <LinkButton look="quiet" href={`/rounds/${round.id}`}>
          Cancel
        </LinkButton>
      </div>
    </form>
  )
}

function DeleteNow({ round, answered }: KeepingProps) {
  return (
    <Confirm
      ask="Delete the answers now"
      act={`Delete the answers of “${round.title}”`}
      intent="delete"
      look="danger"
    >
      <p>{`What ${counted(answered, 'person', 'people')} said in “${round.title}” is lost for good: nobody can bring it back.`}</p>
      {round.state === 'closed' && (
        <p>No report of this round is published, so nothing of it will be left.</p>
      )}
    </Confirm>
  )
}
