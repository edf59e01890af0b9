import { Select, TextArea } from '#app/ui/field.tsx'
import { EntryForm, type FailedEntry } from '../plan/entry-form.tsx'
import { OwnerField, OwnerNames } from '../plan/owner-field.tsx'
import type { PlanEntry } from '../plan/plan.ts'

interface ObjectiveFormProps {
  entry: PlanEntry<'objective'> | null
  priorities: readonly PlanEntry<'priority'>[]
  owners: readonly string[]
  failed?: FailedEntry
  back: string
}

export function ObjectiveForm({ entry, priorities, owners, failed, back }: ObjectiveFormProps) {
  const typed = failed?.typed ?? { ...entry?.content }
  return (
    <EntryForm entry={entry} failed={failed} back={back} removes="Take the objective out">
      <OwnerNames owners={owners} />
      <TextArea
        name="outcome"
        label="What will be true when it is reached?"
        hint="A change that a customer or the business would notice. Day-to-day work stays outside."
        rows={2}
        maxLength={240}
        required
        defaultValue={typed.outcome ?? ''}
        error={failed?.errors.outcome}
      />
      <OwnerField
        name="owner"
        typed={typed.owner ?? ''}
        error={failed?.errors.owner}
        hint="One person or role."
      />
      <Select
        name="priorityId"
        label="Which of the priorities does it serve?"
        options={[
          { value: '', label: 'None yet' },
          ...priorities.map(({ id, content }) => ({ value: id, label: content.outcome })),
        ]}
        defaultValue={typed.priorityId ?? ''}
      />
    </EntryForm>
  )
}
