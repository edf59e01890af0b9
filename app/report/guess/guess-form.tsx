import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, type FieldErrors } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'

interface GuessFormProps {
  clientName: string
  /** "the senior team" or "the department leads". */
  who: string
  fields: readonly { name: string; label: string }[]
  typed: Partial<Record<string, string>>
  errors: FieldErrors
}

/** Asked once, before the report opens. Nothing on it gives a figure away. */
export function GuessForm({ clientName, who, fields, typed, errors }: GuessFormProps) {
  return (
    <main className="door">
      <p className="muted">{clientName}</p>
      <h1>Before you read: what do you expect?</h1>
      <p>
        {`For each subject, how far does ${who} see the same? Guess a number, and the report will show it beside the answers.`}
      </p>
      <ul>
        <li>0: they answer as differently as they can.</li>
        <li>100: they all give the same answer.</li>
      </ul>
      <form method="post" className="form guess-form">
        <ErrorSummary errors={errors} />
        <div className="guess-fields">
          {fields.map(({ name, label }) => (
            <Field
              key={name}
              className="short"
              name={name}
              label={label}
              inputMode="numeric"
              autoComplete="off"
              defaultValue={typed[name] ?? ''}
              error={errors[name]}
            />
          ))}
        </div>
        <p className="muted">
          Fields may stay empty. One guess is kept for this link, and whoever sent it can see that it was
          made.
        </p>
        <div className="buttons">
          <Button look="main" name="intent" value="guess">
            Keep my guess and open the report
          </Button>
          <Button look="quiet" name="intent" value="skip">
            Open without a guess
          </Button>
        </div>
      </form>
    </main>
  )
}
