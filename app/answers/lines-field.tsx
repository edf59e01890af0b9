import type { ItemOf } from '#app/questionnaire/instrument.ts'
import type { Department } from '#app/rounds/engagement.ts'
import { LINE_LENGTH } from './answer.ts'
import { lineField, NOTHING, pickField, stateField } from './field-names.ts'
import { type FieldValues, valueAt } from './field-values.ts'
import { Option } from './option-fields.tsx'
import { useWords } from './speech.tsx'

interface LinesFieldProps {
  item: ItemOf<'lines'>
  values: FieldValues
  departments: readonly Department[]
  invalid: true | undefined
}

/** As many rows as are asked for stand open; the rest wait behind "Add more", so that five do not look like a duty. */
export function LinesField(props: LinesFieldProps) {
  const { item, values } = props
  const say = useWords()
  const rows = Array.from({ length: item.most }, (_, index) => index + 1)
  const filled = rows.findLast((row) => valueAt(values, lineField(item.id, row)) !== '') ?? 0
  const shown = Math.max(item.asked, filled)
  const [open, more] = [rows.slice(0, shown), rows.slice(shown)]
  return (
    <>
      <Rows {...props} rows={open} />
      {more.length > 0 && (
        <details className="more">
          <summary>{say('lines.more', { most: item.most })}</summary>
          <Rows {...props} rows={more} />
        </details>
      )}
      <Option
        type="checkbox"
        name={stateField(item.id)}
        value={NOTHING}
        label={item.nothingLabel}
        values={values}
        aside
      />
    </>
  )
}

function Rows({ rows, ...props }: LinesFieldProps & { rows: number[] }) {
  return (
    <ol className="lines" start={rows[0]}>
      {rows.map((row) => (
        <Row key={row} row={row} {...props} />
      ))}
    </ol>
  )
}

function Row({ item, values, departments, invalid, row }: LinesFieldProps & { row: number }) {
  const say = useWords()
  const name = lineField(item.id, row)
  return (
    <li className="line">
      <span className="number-of-line" aria-hidden="true">
        {row}
      </span>
      <input
        type="text"
        name={name}
        defaultValue={valueAt(values, name)}
        maxLength={LINE_LENGTH}
        autoComplete="off"
        aria-label={say('lines.line-of', { row, of: item.most })}
        aria-invalid={invalid}
      />
      {item.ordered && <Moves item={item} row={row} />}
      {item.pickers.length > 0 && (
        <div className="pickers">
          {item.pickers.map((picker) => (
            <Picker
              key={picker.id}
              name={pickField(item.id, row, picker.id)}
              label={picker.label}
              row={row}
              values={values}
              departments={departments}
            />
          ))}
        </div>
      )}
    </li>
  )
}

function Moves({ item, row }: { item: ItemOf<'lines'>; row: number }) {
  const say = useWords()
  const move = (direction: 'up' | 'down', possible: boolean) => (
    <button
      type="submit"
      name="move"
      value={`${item.id}:${row}:${direction}`}
      disabled={!possible}
      aria-label={say(`lines.move-${direction}`, { row })}
    >
      {say(`lines.${direction}`)}
    </button>
  )
  return (
    <span className="moves">
      {move('up', row > 1)}
      {move('down', row < item.most)}
    </span>
  )
}

interface PickerProps {
  name: string
  label: string
  row: number
  values: FieldValues
  departments: readonly Department[]
}

function Picker({ name, label, row, values, departments }: PickerProps) {
  const say = useWords()
  return (
    <label>
      <span>{label}</span>
      <select name={name} defaultValue={valueAt(values, name)} aria-label={say('lines.pick', { label, row })}>
        <option value="">{say('lines.choose')}</option>
        {departments.map((department) => (
          <option key={department.id} value={department.id}>
            {department.name}
          </option>
        ))}
      </select>
    </label>
  )
}
