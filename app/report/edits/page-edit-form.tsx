import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, type FieldErrors } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/field.tsx'
import type { FormRow } from './page-form.ts'
import { PLACE_WORDS } from './place-words.ts'
import { fieldName } from './read-page-form.ts'

/** What was sent and could not be taken, by name of field. */
export type Typed = Partial<Record<string, string>>

interface PageEditFormProps {
  rows: readonly FormRow[]
  typed: Typed | null
  errors: FieldErrors
}

/** Every place of a page that may be changed, in the order of the page, and one button for all. */
export function PageEditForm({ rows, typed, errors }: PageEditFormProps) {
  return (
    <form method="post" className="edit-form">
      <ErrorSummary errors={errors} />
      {rows.map((row) => (
        <RowFields key={row.key} row={row} typed={typed} errors={errors} />
      ))}
      <div className="save-row">
        <Button look="main" name="intent" value="save">
          Save this page
        </Button>
      </div>
    </form>
  )
}

function RowFields({ row, typed, errors }: { row: FormRow } & Omit<PageEditFormProps, 'rows'>) {
  const { key, place, words, note, hidden, position, edited } = row
  const wordsName = fieldName('text', key)
  return (
    <fieldset className={edited ? 'edit-row edited' : 'edit-row'}>
      <legend>
        {PLACE_WORDS[place]}
        {edited && <span className="edited-mark">edited</span>}
      </legend>
      <input type="hidden" name={fieldName('was', key)} value={row.was} />
      {words === null ? <p>{row.generated}</p> : null}
      {words !== null && (
        <TextArea
          className="words"
          name={wordsName}
          label="Words"
          rows={rowsFor(typed?.[wordsName] ?? words)}
          defaultValue={typed?.[wordsName] ?? words}
          error={errors[wordsName]}
          hint={edited && words !== row.generated ? `Generated: ${row.generated}` : undefined}
        />
      )}
      {note !== null && <NoteField row={row} note={note} typed={typed} errors={errors} />}
      <div className="edit-choices">
        {hidden !== null && <HideField row={row} hidden={hidden} typed={typed} />}
        {position !== null && (
          <PositionField
            row={row}
            position={position}
            typed={typed}
            error={errors[fieldName('place', key)]}
          />
        )}
      </div>
      {row.why !== '' && (
        <details className="edit-why">
          <summary>The figures behind it</summary>
          <p>{row.why}</p>
        </details>
      )}
    </fieldset>
  )
}

function NoteField({
  row,
  note,
  typed,
  errors,
}: {
  row: FormRow
  note: string
  typed: Typed | null
  errors: FieldErrors
}) {
  const name = fieldName('note', row.key)
  return (
    <TextArea
      name={name}
      label="Your note below the chart"
      rows={2}
      defaultValue={typed?.[name] ?? note}
      error={errors[name]}
    />
  )
}

function HideField({ row, hidden, typed }: { row: FormRow; hidden: boolean; typed: Typed | null }) {
  const name = fieldName('hide', row.key)
  return (
    <label className="tick">
      <input
        type="checkbox"
        name={name}
        value="1"
        defaultChecked={typed ? typed[name] !== undefined : hidden}
      />
      Leave out
    </label>
  )
}

function PositionField({
  row,
  position,
  typed,
  error,
}: {
  row: FormRow
  position: number
  typed: Typed | null
  error: string | undefined
}) {
  const name = fieldName('place', row.key)
  return (
    <label className="position">
      Place in the list
      <input
        type="text"
        inputMode="numeric"
        id={name}
        name={name}
        defaultValue={typed?.[name] ?? String(position)}
        aria-invalid={error ? true : undefined}
      />
    </label>
  )
}

const LETTERS_A_ROW = 84

function rowsFor(words: string): number {
  return Math.min(12, Math.max(1, Math.ceil(words.length / LETTERS_A_ROW)))
}
