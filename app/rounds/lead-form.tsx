import { Button, LinkButton } from '#app/ui/button.tsx'
import { ChoiceCards } from '#app/ui/choice-cards.tsx'
import { ErrorSummary, type FieldErrors } from '#app/ui/error-summary.tsx'
import { LEAD_NAMES } from './count-words.ts'
import type { Engagement } from './engagement.ts'
import type { TypedLead } from './lead-details.ts'
import { PersonFields, PostFields } from './lead-fields.tsx'

interface LeadFormProps {
  engagement: Engagement
  typed: TypedLead
  errors: FieldErrors
  act: string
}

export function LeadForm({ engagement, typed, errors, act }: LeadFormProps) {
  return (
    <form method="post" className="form">
      <ErrorSummary errors={errors} />
      <PersonFields typed={typed} errors={errors} />
      <LevelChoice chosen={typed.level} error={errors.level} />
      <PostFields typed={typed} errors={errors} departments={engagement.departments} />
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
