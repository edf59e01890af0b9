import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'

interface Labelled {
  /** Name of the field in the form; its id as well, so an error can point at it. */
  name: string
  label: string
  hint?: ReactNode
  error?: string
}

/** Hint and error are read out with the field. */
function described({ name, hint, error }: Labelled) {
  const ids = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean)
  return {
    id: name,
    name,
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    'aria-invalid': error ? (true as const) : undefined,
  }
}

function Frame({ name, label, hint, error, children }: Labelled & { children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p className="wrong" id={`${name}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}

export function Field(props: Labelled & Omit<InputHTMLAttributes<HTMLInputElement>, 'name'>) {
  const { name, label, hint, error, ...input } = props
  const labelled = { name, label, hint, error }
  return (
    <Frame {...labelled}>
      <input type="text" {...input} {...described(labelled)} />
    </Frame>
  )
}

export function TextArea(props: Labelled & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name'>) {
  const { name, label, hint, error, ...textarea } = props
  const labelled = { name, label, hint, error }
  return (
    <Frame {...labelled}>
      <textarea {...textarea} {...described(labelled)} />
    </Frame>
  )
}

export interface SelectOption {
  value: string
  label: string
}

type SelectProps = Labelled & { options: readonly SelectOption[] } & Omit<
    SelectHTMLAttributes<HTMLSelectElement>,
    'name'
  >

export function Select({ name, label, hint, error, options, ...select }: SelectProps) {
  const labelled = { name, label, hint, error }
  return (
    <Frame {...labelled}>
      <select {...select} {...described(labelled)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  )
}
