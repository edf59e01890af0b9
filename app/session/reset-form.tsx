import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'

/** The address is there for the keeper of passwords, and so that nobody sets the wrong account’s. */
export function ResetForm({ email, error }: { email: string; error?: string | undefined }) {
  return (
    <form method="post" className="form">
      <ErrorSummary errors={error ? { password: error } : {}} />
      <Field
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="username"
        readOnly
        value={email}
      />
      <Field
        name="password"
        label="New password"
        hint="At least 12 characters. Three or four unrelated words are easy to remember and hard to guess."
        type="password"
        autoComplete="new-password"
        minLength={12}
        maxLength={128}
        required
        error={error}
      />
      <Button look="main">Set the password</Button>
    </form>
  )
}
