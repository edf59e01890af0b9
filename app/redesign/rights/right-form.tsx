import { Field, TextArea } from '#app/ui/field.tsx'
import { EntryForm, type FailedEntry } from '../plan/entry-form.tsx'
import { OwnerField } from '../plan/owner-field.tsx'
import type { PlanEntry } from '../plan/plan.ts'
import { STEP_PLACES } from './read-right.ts'
import type { Right } from './right.ts'

interface RightFormProps {
  entry: PlanEntry<'right'> | null
  /** What a new one starts with; null for one of the team's own. */
  draft: Right | null
  /** What kind of person should decide. */
  who: string
  failed?: FailedEntry
  back: string
}

export function RightForm({ entry, draft, who, failed, back }: RightFormProps) {
  const right = entry?.content ?? draft
  const typed: Record<string, string | undefined> = failed?.typed ?? (right ? textsOf(right) : {})
  const errors = failed?.errors ?? {}
  return (
    <EntryForm entry={entry} failed={failed} back={back} removes="Take it out of the register">
      <input type="hidden" name="itemId" value={typed.itemId ?? ''} />
      <TextArea
        name="situation"
        label="Situation"
        hint="What happens, so that everybody knows it when they see it."
        rows={2}
        maxLength={240}
        defaultValue={typed.situation}
        error={errors.situation}
      />
      <OwnerField
        name="owner"
        label="Who decides"
        hint={who || 'One person, or a role that one person holds.'}
        typed={typed.owner ?? ''}
        error={errors.owner}
      />
      <TextArea
        name="response"
        label="Response"
        hint="What that person does with it."
        rows={2}
        maxLength={240}
        defaultValue={typed.response}
        error={errors.response}
      />
      <Field
        name="cycle"
        label="When it is looked at"
        hint="The meeting that takes it up, such as “Mondays, leadership meeting”."
        maxLength={240}
        defaultValue={typed.cycle}
        error={errors.cycle}
      />
      <fieldset>
        <legend>If it is not decided</legend>
        <p className="hint">
          To whom it goes in turn, and how many days it may lie with each. Leave out what you do not need.
        </p>
        {STEP_PLACES.map((place) => (
          <div key={place} className="step">
            <Field
              name={`to.${place}`}
              label={`${place}. Goes to`}
              list="owner-names"
              maxLength={240}
              autoComplete="off"
              defaultValue={typed[`to.${place}`]}
              error={errors[`to.${place}`]}
            />
            <Field
              name={`days.${place}`}
              label="Within days"
              inputMode="numeric"
              maxLength={3}
              defaultValue={typed[`days.${place}`]}
              error={errors[`days.${place}`]}
            />
          </div>
        ))}
      </fieldset>
    </EntryForm>
  )
}

function textsOf({ escalation, ...texts }: Right): Record<string, string> {
  const steps = escalation.flatMap(({ to, withinDays }, index) => [
    [`to.${index + 1}`, to],
    [`days.${index + 1}`, String(withinDays)],
  ])
  return { ...texts, ...Object.fromEntries(steps) }
}
