import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, type FieldErrors } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'

/** What was typed comes back after a failure; a password never does. */
export function SignInForm({ email, errors }: { email: string; errors: FieldErrors }) {
  return (
    <form method="post" className="form">
      <ErrorSummary errors={errors} />
      <Field
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="username"
        required
        defaultValue={email}
      />
      <Field
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        maxLength={128}
        required
      />
      <Button look="main">Sign in</Button>
    </form>
  )
}
