import type { ItemOf } from '#app/questionnaire/instrument.ts'
import type { Role } from '#app/rounds/engagement.ts'
import { LINE_LENGTH } from './answer.ts'
import { CANT_SAY, NONE, ROLE_PREFIX, textField } from './field-names.ts'
import { type FieldValues, hasValue, valueAt } from './field-values.ts'
import { OTHER_OWNERS } from './owner-choices.ts'
import { useWords } from './speech.tsx'

interface OptionProps {
  type: 'radio' | 'checkbox'
  name: string
  value: string
  label: string
  values: FieldValues
  /** Set apart from the options proper: "can't say" is an answer, not a point on the scale. */
  aside?: boolean
}

export function Option({ type, name, value, label, values, aside = false }: OptionProps) {
  return (
    <label className={aside ? 'option aside' : 'option'}>
      <input type={type} name={name} value={value} defaultChecked={hasValue(values, name, value)} />
      <span>{label}</span>
    </label>
  )
}

function CantSay({
  type = 'radio',
  name,
  values,
}: {
  type?: 'radio' | 'checkbox'
  name: string
  values: FieldValues
}) {
  return (
    <Option
      type={type}
      name={name}
      value={CANT_SAY}
      label={useWords()('answer.cant-say')}
      values={values}
      aside
    />
  )
}

export function ScaleField({ item, values }: { item: ItemOf<'scale'>; values: FieldValues }) {
  const say = useWords()
  return (
    <>
      <div className="scale">
        {item.labels.map((label, index) => (
          <Option
            key={label || index}
            type="radio"
            name={item.id}
            value={String(index + 1)}
            label={label || say('answer.point', { point: index + 1, of: item.labels.length })}
            values={values}
          />
        ))}
      </div>
      <CantSay name={item.id} values={values} />
    </>
  )
}

export function ChoiceField({ item, values }: { item: ItemOf<'choice'>; values: FieldValues }) {
  return (
    <div className="options">
      {item.options.map((option) => (
        <div key={option.id} className="with-words">
          <Option type="radio" name={item.id} value={option.id} label={option.label} values={values} />
          {item.specify?.option === option.id && (
            <InOwnWords itemId={item.id} label={item.specify.label} values={values} />
          )}
        </div>
      ))}
      <CantSay name={item.id} values={values} />
    </div>
  )
}

export function OwnerField({
  item,
  values,
  roles,
}: {
  item: ItemOf<'owner'>
  values: FieldValues
  roles: readonly Role[]
}) {
  const say = useWords()
  const option = (value: string, label: string) => (
    <Option key={value} type="radio" name={item.id} value={value} label={label} values={values} />
  )
  return (
    <>
      <div className="options owners">
        {roles.map(({ id, name }) => option(`${ROLE_PREFIX}${id}`, name))}
        {OTHER_OWNERS.map((value) =>
          value === 'someone-else' ? (
            <div key={value} className="with-words">
              {option(value, say(`owner.${value}`))}
              <InOwnWords itemId={item.id} label={say('owner.which-role')} values={values} />
            </div>
          ) : (
            option(value, say(`owner.${value}`))
          ),
        )}
      </div>
      <CantSay name={item.id} values={values} />
    </>
  )
}

export function MultiField({ item, values }: { item: ItemOf<'multi'>; values: FieldValues }) {
  const say = useWords()
  return (
    <div className="options">
      {item.options.map((option) => (
        <Option
          key={option.id}
          type="checkbox"
          name={item.id}
          value={option.id}
          label={option.label}
          values={values}
        />
      ))}
      <Option type="checkbox" name={item.id} value={NONE} label={say('answer.none')} values={values} aside />
      <CantSay type="checkbox" name={item.id} values={values} />
    </div>
  )
}

/** The line that one option asks for. It is hidden by the style sheet until that option is chosen. */
function InOwnWords({ itemId, label, values }: { itemId: string; label: string; values: FieldValues }) {
  const name = textField(itemId)
  return (
    <label className="own-words">
      <span>{label}</span>
      <input
        type="text"
        name={name}
        defaultValue={valueAt(values, name)}
        maxLength={LINE_LENGTH}
        autoComplete="off"
      />
    </label>
  )
}
