import { Button, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import type { LastDayErrors, TypedLastDay } from './change-last-day.server.ts'
import { LastDayFields } from './last-day-fields.tsx'

interface LastDayFormProps {
  /** The day that leads were told. */
  earliest: string
  typed: TypedLastDay
  errors: LastDayErrors
  zones: readonly string[]
  back: string
}

/** More time for the leads of an open round. */
export function LastDayForm({ earliest, typed, errors, zones, back }: LastDayFormProps) {
  return (
    <form method="post" className="form">
      <ErrorSummary errors={errors} />
      <Field
        name="closesOn"
        label="Last day for answers"
        hint="It can be later than leads were told, never earlier. Mails that leave from now on name the new day, reminders by plan go on until then."
        type="date"
        required
        min={earliest}
        className="short"
        defaultValue={typed.closesOn}
        error={errors.closesOn}
      />
      <LastDayFields typed={typed} errors={errors} zones={zones} />
      <div className="buttons">
        <Button look="main">Save the last day</Button>
        <LinkButton look="quiet" href={back}>
          Cancel
        </LinkButton>
      </div>
    </form>
  )
}
