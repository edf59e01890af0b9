import { Button, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import type { EngagementErrors } from './engagement-details.ts'

interface EngagementFormProps {
  typed: { clientName: string; departments: string; roles: string }
  errors: EngagementErrors
  act: string
  /** Where to go without saving. */
  back: string
}

export function EngagementForm({ typed, errors, act, back }: EngagementFormProps) {
  return (
    <form method="post" className="form">
      <ErrorSummary errors={errors} />
      <Field
        name="clientName"
        label="Client"
        hint="The name that stands on the report."
        maxLength={120}
        required
        defaultValue={typed.clientName}
        error={errors.clientName}
      />
      <TextArea
        name="departments"
        label="Departments, one a line"
        hint="Leads belong to them, and are asked which departments depend on which. Use the words people use: Sales, Product, Operations."
        rows={8}
        defaultValue={typed.departments}
        error={errors.departments}
      />
      <TextArea
        name="roles"
        label="Roles that can own an outcome, one a line"
        hint="Leads choose from them when they are asked who decides. Keep the ones this client has."
        rows={10}
        defaultValue={typed.roles}
        error={errors.roles}
      />
      <div className="buttons">
        <Button look="main">{act}</Button>
        <LinkButton look="quiet" href={back}>
          Cancel
        </LinkButton>
      </div>
    </form>
  )
}
