import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { EntryForm, type FailedEntry } from '../plan/entry-form.tsx'
import { OwnerField, OwnerNames } from '../plan/owner-field.tsx'
import type { PlanEntry } from '../plan/plan.ts'
import { RESISTANCE_SOURCES } from './draft-countermeasures.ts'
import { COUNTER_STATE_NAMES } from './stage-words.ts'

interface CountermeasureFormProps {
  entry: PlanEntry<'countermeasure'> | null
  /** What a new one is meant against. */
  against: string
  owners: readonly string[]
  failed?: FailedEntry
  back: string
}

export function CountermeasureForm({ entry, against, owners, failed, back }: CountermeasureFormProps) {
  const source = RESISTANCE_SOURCES.find(({ id }) => id === against)
  const typed: Record<string, string | undefined> = failed?.typed ?? {
    against,
    action: source?.action,
    ...entry?.content,
  }
  const errors = failed?.errors ?? {}
  return (
    <EntryForm entry={entry} failed={failed} back={back} removes="Take it out">
      <OwnerNames owners={owners} />
      <Select
        name="against"
        label="Meant against"
        options={RESISTANCE_SOURCES.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={typed.against}
        error={errors.against}
      />
      <TextArea
        name="action"
        label="What is done"
        rows={3}
        maxLength={240}
        required
        defaultValue={typed.action ?? ''}
        error={errors.action}
      />
      <div className="side-by-side">
        <OwnerField name="owner" typed={typed.owner ?? ''} error={errors.owner} />
        <Field name="due" label="By when" type="date" defaultValue={typed.due ?? ''} error={errors.due} />
      </div>
      <Select
        name="state"
        label="Where it stands"
        options={Object.entries(COUNTER_STATE_NAMES).map(([value, label]) => ({ value, label }))}
        defaultValue={typed.state ?? 'open'}
      />
    </EntryForm>
  )
}
