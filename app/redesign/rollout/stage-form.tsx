import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { EntryForm, type FailedEntry } from '../plan/entry-form.tsx'
import { OwnerField, OwnerNames } from '../plan/owner-field.tsx'
import type { PlanEntry } from '../plan/plan.ts'
import type { DraftStage } from './draft-stages.ts'
import { STAGE_NAMES, STAGE_STATE_NAMES } from './stage-words.ts'

interface StageFormProps {
  entry: PlanEntry<'stage'> | null
  /** What a new step is filled with. */
  draft: DraftStage | null
  owners: readonly string[]
  failed?: FailedEntry
  back: string
}

export function StageForm({ entry, draft, owners, failed, back }: StageFormProps) {
  const typed: Record<string, string | undefined> = failed?.typed ?? { ...draft, ...entry?.content }
  const errors = failed?.errors ?? {}
  return (
    <EntryForm entry={entry} failed={failed} back={back} removes="Take the step out">
      <OwnerNames owners={owners} />
      <Select
        name="stage"
        label="Which step is it?"
        options={optionsOf(STAGE_NAMES)}
        defaultValue={typed.stage ?? 'senior'}
        error={errors.stage}
      />
      <Field
        name="unit"
        label="Who goes"
        maxLength={240}
        required
        defaultValue={typed.unit ?? ''}
        error={errors.unit}
      />
      <OwnerField name="owner" typed={typed.owner ?? ''} error={errors.owner} />
      <TextArea
        name="why"
        label="Why they, and why now"
        rows={3}
        maxLength={1200}
        defaultValue={typed.why ?? ''}
        error={errors.why}
      />
      <div className="side-by-side">
        <Field name="from" label="From" type="date" defaultValue={typed.from ?? ''} error={errors.from} />
        <Field name="until" label="Until" type="date" defaultValue={typed.until ?? ''} error={errors.until} />
      </div>
      <TextArea
        name="criteria"
        label="What has to hold before the next step"
        hint="Figures of the next round, so that nobody has to argue about it then."
        rows={4}
        maxLength={1200}
        defaultValue={typed.criteria ?? ''}
        error={errors.criteria}
      />
      <Select
        name="state"
        label="Where it stands"
        options={optionsOf(STAGE_STATE_NAMES)}
        defaultValue={typed.state ?? 'planned'}
      />
    </EntryForm>
  )
}

function optionsOf(names: Record<string, string>) {
  return Object.entries(names).map(([value, label]) => ({ value, label }))
}
