import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { EntryForm, type FailedEntry } from '../plan/entry-form.tsx'
import { OwnerField, OwnerNames } from '../plan/owner-field.tsx'
import type { PlanEntry } from '../plan/plan.ts'
import { NOT_NOW_STATES, type NotNow } from './not-now.ts'
import { STATE_WORDS } from './priority-words.ts'

const STATES = NOT_NOW_STATES.map((value) => ({ value, label: STATE_WORDS[value] }))

interface NotNowFormProps {
  entry: PlanEntry<'not-now'> | null
  /** What a new one starts with. */
  draft: Partial<NotNow>
  owners: readonly string[]
  failed?: FailedEntry
  back: string
}

export function NotNowForm({ entry, draft, owners, failed, back }: NotNowFormProps) {
  const typed: Record<string, string | undefined> = failed?.typed ?? entry?.content ?? draft
  const errors = failed?.errors ?? {}
  return (
    <EntryForm entry={entry} failed={failed} back={back} removes="Take it off the list">
      <OwnerNames owners={owners} />
      <input type="hidden" name="draftedFrom" value={typed.draftedFrom ?? ''} />
      <Field
        name="work"
        label="Work that waits"
        maxLength={240}
        defaultValue={typed.work}
        error={errors.work}
      />
      <OwnerField
        name="sponsor"
        label="Sponsor"
        hint="Who says no when it comes back, and stands behind those who stopped."
        typed={typed.sponsor ?? ''}
        error={errors.sponsor}
      />
      <TextArea
        name="reason"
        label="Reason"
        hint="In a sentence that can be said to the people who count on the work."
        rows={2}
        maxLength={240}
        defaultValue={typed.reason}
        error={errors.reason}
      />
      <Field
        name="until"
        type="date"
        className="short"
        label="Until"
        hint="When it is looked at again. Empty: until it is taken up on purpose."
        defaultValue={typed.until}
        error={errors.until}
      />
      {entry && <Select name="state" label="State" options={STATES} defaultValue={typed.state} />}
    </EntryForm>
  )
}
