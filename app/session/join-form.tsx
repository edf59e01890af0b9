import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, type FieldErrors } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'

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
      <Field
        name="name"
        label="Your name"
        hint="As leads will read it in the promise of who sees what."
        autoComplete="name"
        maxLength={120}
        required
        defaultValue={name}
        error={errors.name}
      />
      <Field
        name="password"
        label="Password"
        hint="At least 12 characters. Three or four unrelated words are easy to remember and hard to guess."
        type="password"
        autoComplete="new-password"
        minLength={12}
        maxLength={128}
        required
        error={errors.password}
      />
      <Button look="main">Make the account</Button>
    </form>
  )
}
