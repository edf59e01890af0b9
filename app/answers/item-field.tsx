import type { Item, Level } from '#app/questionnaire/instrument.ts'
import { helpFor, wordingFor } from '#app/questionnaire/items.ts'
import { ConflictChoice } from './conflict-choice.tsx'
import type { FieldValues } from './field-values.ts'
import { LinesField } from './lines-field.tsx'
import { ChoiceField, MultiField, OwnerField, ScaleField } from './option-fields.tsx'
import type { Conflict } from './section-page.ts'
import { useWords } from './speech.tsx'
import type { Names } from './summarise-answer.ts'
import { NumberField, TextField } from './typed-fields.tsx'

export interface ItemFieldProps {
  item: Item
  level: Level
  values: FieldValues
  names: Names
  revision?: number
  error?: string
  conflict?: Conflict
  /** Left empty, and asked about this once. */
  askedAbout?: boolean
}

/** One item as a group of fields: its words, its help, what is wrong with it, and the controls of its kind. */
export function ItemField(props: ItemFieldProps) {
  const { item, level, revision = 0, error, conflict, askedAbout = false } = props
  const say = useWords()
  const help = helpFor(item, level)
  const described = [help ? `${item.id}-help` : '', `${item.id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset id={item.id} className="item" data-item={item.id} tabIndex={-1} aria-describedby={described}>
      <legend id={`${item.id}-legend`}>{wordingFor(item, level)}</legend>
      {help && (
        <p className="hint" id={`${item.id}-help`}>
          {help}
        </p>
      )}
      <p className="wrong" id={`${item.id}-error`}>
        {error}
      </p>
      {askedAbout && <p className="heed">{say('empty.item')}</p>}
      <input type="hidden" name={`${item.id}.revision`} value={revision} autoComplete="off" />
      {conflict && <ConflictChoice itemId={item.id} conflict={conflict} />}
      <Controls {...props} />
    </fieldset>
  )
}

function Controls({ item, values, names, error }: ItemFieldProps) {
  const invalid = error ? true : undefined
  switch (item.kind) {
    case 'lines':
      return <LinesField item={item} values={values} departments={names.departments} invalid={invalid} />
    case 'scale':
      return <ScaleField item={item} values={values} />
    case 'owner':
      return <OwnerField item={item} values={values} roles={names.roles} />
    case 'choice':
      return <ChoiceField item={item} values={values} />
    case 'multi':
      return <MultiField item={item} values={values} />
    case 'number':
      return <NumberField item={item} values={values} invalid={invalid} />
    case 'text':
      return <TextField item={item} values={values} invalid={invalid} />
  }
}
