import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, type FieldErrors } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { FirstPasswordField, OwnNameField } from './account-fields.tsx'

export function JoinForm({ email, name, errors }: { email: string; name: string; errors: FieldErrors }) {
  return (
    <form method="post" className="form">
      <ErrorSummary errors={errors} />
      <Field
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="username"
        readOnly
        value={email}
      />
      <OwnNameField typed={name} error={errors.name} />
      <FirstPasswordField error={errors.password} />
      <Button look="main">Make the account</Button>
    </form>
  )
}
