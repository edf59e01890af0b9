import { listed } from '#app/rounds/count-words.ts'
import { writtenDay } from '#app/rounds/day.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, type FieldErrors } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import type { PlanEntry } from '../plan/plan.ts'
import { missingParts } from './signature.ts'

export interface FailedSigning {
  errors: FieldErrors
  typed: Record<string, string>
}

interface SignFormProps {
  entry: PlanEntry<'right'>
  today: string
  failed?: FailedSigning
}

/** A name and a day under what stands above. */
export function SignForm({ entry: { id, revision, content }, today, failed }: SignFormProps) {
  const missing = missingParts(content)
  return (
    <section className="ruled stack">
      <h2>Sign-off</h2>
      {content.signedBy && (
        <p>{`Signed by ${content.signedBy} on ${writtenDay(content.signedOn)}. A change of the right takes this away.`}</p>
      )}
      {missing.length > 0 ? (
        <p>{`This can be signed once it has ${listed(missing)}.`}</p>
      ) : (
        <form method="post" className="form">
          <ErrorSummary errors={failed?.errors ?? {}} />
          <input type="hidden" name="entry" value={id} />
          <input type="hidden" name="revision" value={revision} />
          <Field
            name="signedBy"
            label="Who signs"
            hint="The name of a person. What is signed is what was saved last."
            list="owner-names"
            maxLength={240}
            autoComplete="off"
            defaultValue={failed?.typed.signedBy ?? ''}
            error={failed?.errors.signedBy}
          />
          <Field
            name="signedOn"
            type="date"
            className="short"
            label="On"
            defaultValue={failed?.typed.signedOn ?? today}
            error={failed?.errors.signedOn}
          />
          <div className="buttons">
            <Button name="intent" value="sign">
              {content.signedBy ? 'Sign again' : 'Sign off'}
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}
