import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'

export function CodeForm({ error }: { error?: string | undefined }) {
  return (
    <form method="post" className="form">
      <ErrorSummary errors={error ? { code: error } : {}} />
      <Field
        name="code"
        label="Code"
        hint="Or one of the recovery codes you were given."
        autoComplete="one-time-code"
        inputMode="text"
        maxLength={40}
        required
        error={error}
      />
      <Button look="main">Go on</Button>
    </form>
  )
}
