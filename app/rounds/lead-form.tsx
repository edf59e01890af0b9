import { Button, LinkButton } from '#app/ui/button.tsx'
import { ChoiceCards } from '#app/ui/choice-cards.tsx'
import { ErrorSummary, type FieldErrors } from '#app/ui/error-summary.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import { LEAD_NAMES } from './count-words.ts'
import type { Engagement } from './engagement.ts'
import type { TypedLead } from './lead-details.ts'

interface LeadFormProps {
  engagement: Engagement
  typed: TypedLead
  errors: FieldErrors
  act: string
}

export function LeadForm({ engagement, typed, errors, act }: LeadFormProps) {
  const departments = engagement.departments.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <form method="post" className="form">
      <ErrorSummary errors={errors} />
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
      <LevelChoice chosen={typed.level} error={errors.level} />
      <div className="side-by-side">
        <Select
          name="departmentId"
          label="Department"
          options={[{ value: '', label: 'None' }, ...departments]}
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
      <div className="buttons">
        <Button look="main" name="intent" value="save">
          {act}
        </Button>
        <LinkButton look="quiet" href={`/engagements/${engagement.id}`}>
          Cancel
        </LinkButton>
      </div>
    </form>
  )
}

function LevelChoice({ chosen, error }: { chosen: string; error?: string }) {
  const cards = [
    { value: 'senior', title: LEAD_NAMES.senior, text: 'Sits in the team that sets the direction.' },
    {
      value: 'department',
      title: LEAD_NAMES.department,
      text: 'Leads a department and turns the direction into work.',
    },
  ]
  return <ChoiceCards name="level" legend="Level" chosen={chosen} cards={cards} error={error} />
}
