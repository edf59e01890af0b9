import { Field } from '#app/ui/field.tsx'

const LIST = 'owner-names'

/** The names that every owner field of a page suggests; once a page. */
export function OwnerNames({ owners }: { owners: readonly string[] }) {
  return (
    <datalist id={LIST}>
      {owners.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  )
}

interface OwnerFieldProps {
  name: string
  label?: string
  hint?: string
  typed: string
  error?: string
}

/** One person or role. Names of the engagement are suggested; others can be typed. */
export function OwnerField({ name, label = 'Owner', hint, typed, error }: OwnerFieldProps) {
  return (
    <Field
      name={name}
      label={label}
      hint={hint}
      list={LIST}
      maxLength={240}
      autoComplete="off"
      defaultValue={typed}
      error={error}
    />
  )
}
