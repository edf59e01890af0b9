import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { EntryForm, type FailedEntry } from '../plan/entry-form.tsx'
import { OwnerField, OwnerNames } from '../plan/owner-field.tsx'
import type { PlanEntry } from '../plan/plan.ts'

interface DecisionFormProps {
  entry: PlanEntry<'decision'> | null
  owners: readonly string[]
  failed?: FailedEntry
  back: string
}

export function DecisionForm({ entry, owners, failed, back }: DecisionFormProps) {
  const typed: Record<string, string | undefined> = failed?.typed ?? { ...entry?.content }
  const errors = failed?.errors ?? {}
  return (
    <EntryForm entry={entry} failed={failed} back={back} removes="Take the decision out">
      <OwnerNames owners={owners} />
      <TextArea
        name="wording"
        label="What was decided"
        hint="As it was said in the room, in one sentence that somebody can be asked about."
        rows={2}
        maxLength={240}
        required
        defaultValue={typed.wording ?? ''}
        error={errors.wording}
      />
      <div className="side-by-side">
        <OwnerField name="owner" typed={typed.owner ?? ''} error={errors.owner} hint="One, not several." />
        <Field name="due" label="By when" type="date" defaultValue={typed.due ?? ''} error={errors.due} />
      </div>
      <TextArea
        name="note"
        label="What the meeting should know"
        hint="Leave it empty if the sentence says it all."
        rows={2}
        maxLength={1200}
        defaultValue={typed.note ?? ''}
        error={errors.note}
      />
      <Select name="state" label="Where it stands" options={STATES} defaultValue={typed.state ?? 'open'} />
    </EntryForm>
  )
}

const STATES = [
  { value: 'open', label: 'Open' },
  { value: 'done', label: 'Done' },
  { value: 'dropped', label: 'Dropped' },
]
