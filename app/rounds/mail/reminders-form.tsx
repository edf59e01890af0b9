import { Button } from '#app/ui/button.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import type { PlanErrors, TypedPlan } from './reminder-form.ts'

interface RemindersFormProps {
  typed: TypedPlan
  errors: PlanErrors
  planned: boolean
  zones: readonly string[]
}

export function RemindersForm({ typed, errors, planned, zones }: RemindersFormProps) {
  const number = (name: keyof TypedPlan, label: string, hint?: string) => (
    <Field
      name={name}
      label={label}
      hint={hint}
      error={errors[name]}
      defaultValue={typed[name]}
      inputMode="numeric"
      maxLength={2}
    />
  )
  const named = zones.includes('UTC') ? zones : ['UTC', ...zones]
  return (
    <form method="post" className="stack">
      {number('everyDays', 'Days between reminders', 'Counted from the day the round opened.')}
      {number('most', 'The most that one lead gets')}
      {number('fromHour', 'Not before this hour of the day', '0 to 23, by the clock of the time zone below.')}
      {number('untilHour', 'Not from this hour on')}
      <Select
        name="timeZone"
        label="Time zone of the client"
        error={errors.timeZone}
        defaultValue={typed.timeZone}
        options={named.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      />
      <div className="buttons">
        <Button look="main" name="intent" value="on">
          {planned ? 'Save the plan' : 'Remind by this plan'}
        </Button>
        {planned && (
          <Button name="intent" value="off">
            Stop reminding
          </Button>
        )}
      </div>
    </form>
  )
}
