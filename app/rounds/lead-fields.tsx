import type { FieldErrors } from '#app/ui/error-summary.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import type { Department } from './engagement.ts'
import type { TypedLead } from './lead-details.ts'

interface LeadFieldsProps {
  typed: TypedLead
  errors: FieldErrors
}

/** Who somebody is, and where the personal link goes. */
export function PersonFields({ typed, errors }: LeadFieldsProps) {
  return (
    <>
      <Field
        name="name"
        label="Name"
        maxLength={120}
        required
        defaultValue={typed.name}
        error={errors.name}
      />
      <Field
        name="email"
        label="E-mail address"
        type="email"
        maxLength={254}
        required
        defaultValue={typed.email}
        error={errors.email}
      />
    </>
  )
}

/** Where somebody works. */
export function PostFields({
  typed,
  errors,
  departments,
}: LeadFieldsProps & { departments: readonly Department[] }) {
  const named = departments.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div className="side-by-side">
      <Select
        name="departmentId"
        label="Department"
        options={[{ value: '', label: 'None' }, ...named]}
        defaultValue={typed.departmentId}
        error={errors.departmentId}
      />
      <Field
        name="jobTitle"
        label="Job title, if it helps"
        maxLength={120}
        defaultValue={typed.jobTitle}
        error={errors.jobTitle}
      />
    </div>
  )
}
