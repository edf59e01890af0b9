import { Button, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import type { EngagementErrors } from './engagement-details.ts'

interface DuplicateFormProps {
  clientName: string
  errors: EngagementErrors
  back: string
}

export function DuplicateForm({ clientName, errors, back }: DuplicateFormProps) {
  return (
    <form method="post" className="form">
      <ErrorSummary errors={errors} />
      <Field
        name="clientName"
        label="Client"
        hint="The name that stands on the new engagement’s reports."
        maxLength={120}
        required
        defaultValue={clientName}
        error={errors.clientName}
      />
      <label className="tick">
        <input type="checkbox" name="withLeads" value="1" defaultChecked />
        <span>Take the leads along, without those who are no longer asked</span>
      </label>
      <div className="buttons">
        <Button look="main">Duplicate</Button>
        <LinkButton look="quiet" href={back}>
          Cancel
        </LinkButton>
      </div>
    </form>
  )
}
