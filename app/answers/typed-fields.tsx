import type { ItemOf } from '#app/questionnaire/instrument.ts'
import { CANT_SAY, privateField, stateField } from './field-names.ts'
import { type FieldValues, valueAt } from './field-values.ts'
import { Option } from './option-fields.tsx'
import { useWords } from './speech.tsx'

interface TypedFieldProps<Kind extends 'number' | 'text'> {
  item: ItemOf<Kind>
  values: FieldValues
  invalid: true | undefined
}

export function NumberField({ item, values, invalid }: TypedFieldProps<'number'>) {
  return (
    <div className="number">
      <label className="amount">
        <input
          type="text"
          inputMode="numeric"
          name={item.id}
          defaultValue={valueAt(values, item.id)}
          maxLength={9}
          autoComplete="off"
          aria-labelledby={`${item.id}-legend`}
          aria-invalid={invalid}
        />
        {item.unit && <span>{item.unit}</span>}
      </label>
      <Option
        type="checkbox"
        name={stateField(item.id)}
        value={CANT_SAY}
        label={useWords()('answer.cant-say')}
        values={values}
        aside
      />
    </div>
  )
}

/** No `maxlength`: a browser would cut what is pasted without a word. How much there is room for is said instead. */
export function TextField({ item, values, invalid }: TypedFieldProps<'text'>) {
  const say = useWords()
  const limit = item.maxLength
  return (
    <>
      <textarea
        name={item.id}
        rows={4}
        defaultValue={valueAt(values, item.id)}
        autoComplete="off"
        aria-labelledby={`${item.id}-legend`}
        aria-describedby={`${item.id}-room`}
        aria-invalid={invalid}
      />
      <p className="hint room" id={`${item.id}-room`} data-room={say('text.used', { count: '#', limit })}>
        {say('text.room', { limit })}
      </p>
      <Option
        type="checkbox"
        name={privateField(item.id)}
        value="1"
        label={say('section.do-not-quote')}
        values={values}
        aside
      />
    </>
  )
}
