import { Field } from '#app/ui/field.tsx'

/** The name of a new account, as leads will meet it. */
export function OwnNameField({ typed, error }: { typed: string; error?: string }) {
  return (
    <Field
      name="name"
      label="Your name"
      hint="As leads will read it in the promise of who sees what."
      autoComplete="name"
      maxLength={120}
      required
      defaultValue={typed}
      error={error}
    />
  )
}

/** The first password of an account. */
export function FirstPasswordField({ error }: { error?: string }) {
  return (
    <Field
      name="password"
      label="Password"
      hint="At least 12 characters. Three or four unrelated words are easy to remember and hard to guess."
      type="password"
      autoComplete="new-password"
      minLength={12}
      maxLength={128}
      required
      error={error}
    />
  )
}
