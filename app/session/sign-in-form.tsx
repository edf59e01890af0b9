import { Button, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary, type FieldErrors } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'

interface SignInFormProps {
  email: string
  errors: FieldErrors
  /** Whether a new password was set a moment ago. */
  passwordIsNew?: boolean
}

/** What was typed comes back after a failure; a password never does. */
export function SignInForm({ email, errors, passwordIsNew = false }: SignInFormProps) {
  return (
    <form method="post" className="form">
      <ErrorSummary errors={errors} />
      {passwordIsNew && (
        <Notice tone="good" title="Your new password is set">
          <p>Sign in with it. Everywhere else you are signed out.</p>
        </Notice>
      )}
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
      <div className="buttons">
        <Button look="main">Sign in</Button>
        <LinkButton look="quiet" href="/sign-in/forgotten">
          Forgotten your password?
        </LinkButton>
      </div>
    </form>
  )
}
