import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, type FieldErrors } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { FirstPasswordField, OwnNameField } from './account-fields.tsx'

interface SetUpFormProps {
  typed: { name: string; email: string; code: string }
  errors: FieldErrors
}

export function SetUpForm({ typed, errors }: SetUpFormProps) {
  return (
    <form method="post" className="form">
      <ErrorSummary errors={errors} />
      <Field
        name="code"
        label="Set-up code"
        hint="The server printed it when it started for the first time."
        autoComplete="off"
        required
        defaultValue={typed.code}
        error={errors.code}
      />
      <OwnNameField typed={typed.name} error={errors.name} />
      <Field
        name="email"
        label="E-mail address"
        hint="You sign in with it, and leads answer to it."
        type="email"
        autoComplete="username"
        required
        defaultValue={typed.email}
        error={errors.email}
      />
      <FirstPasswordField error={errors.password} />
      <Button look="main">Set up Plumbline</Button>
    </form>
  )
}
