import { ChoiceCards } from '#app/ui/choice-cards.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { EntryForm, type FailedEntry } from '../plan/entry-form.tsx'
import { OwnerField, OwnerNames } from '../plan/owner-field.tsx'
import type { PlanEntry } from '../plan/plan.ts'
import { type GivesWay, NONE } from './gives-way.ts'
import type { Priority } from './priority.ts'

interface PriorityFormProps {
  entry: PlanEntry<'priority'> | null
  /** What a new one starts with. */
  draft: Partial<Priority>
  /** Why another one has to give way; null where none has to. */
  asked: GivesWay | null
  others: readonly PlanEntry<'priority'>[]
  owners: readonly string[]
  failed?: FailedEntry
  back: string
}

export function PriorityForm({ entry, draft, asked, others, owners, failed, back }: PriorityFormProps) {
  const typed: Record<string, string | undefined> = failed?.typed ?? entry?.content ?? draft
  const errors = failed?.errors ?? {}
  return (
    <EntryForm entry={entry} failed={failed} back={back} removes="Take it out of the plan">
      <OwnerNames owners={owners} />
      <input type="hidden" name="draftedFrom" value={typed.draftedFrom ?? ''} />
      <TextArea
        name="outcome"
        label="Outcome"
        hint="What is different when it is reached, for customers or the business. Not the work that leads there."
        rows={2}
        maxLength={240}
        defaultValue={typed.outcome}
        error={errors.outcome}
      />
      <OwnerField
        name="owner"
        label="One owner"
        hint="A person, or a role that one person holds, who answers for the outcome."
        typed={typed.owner ?? ''}
        error={errors.owner}
      />
      <TextArea
        name="tradeOff"
        label="Given up for it"
        hint="Work that stops, waits or becomes smaller so that this one has room."
        rows={3}
        maxLength={1200}
        defaultValue={typed.tradeOff}
        error={errors.tradeOff}
      />
      {asked && !entry && <GivesWayFields asked={asked} others={others} typed={typed} errors={errors} />}
      {entry?.content.argument && (
        <Argument label="Why one more was needed" typed={typed.argument} error={errors.argument} />
      )}
    </EntryForm>
  )
}

type GivesWayFieldsProps = {
  asked: GivesWay
  typed: Record<string, string | undefined>
  errors: FailedEntry['errors']
} & Pick<PriorityFormProps, 'others'>

function GivesWayFields({ asked, others, typed, errors }: GivesWayFieldsProps) {
  const cards = others.map(({ id, content: { outcome, owner } }) => ({
    value: id,
    title: outcome,
    text: `Goes to the not-now list${owner ? `; ${owner} sees to it that it waits` : ''}.`,
  }))
  const none = {
    value: NONE,
    title: 'None of them',
    text: 'Say why below. The reason stays beside the priority.',
  }
  return (
    <>
      <ChoiceCards
        name="inPlaceOf"
        legend="Which one gives way?"
        hint={asked.words}
        chosen={typed.inPlaceOf ?? ''}
        cards={[...cards, none]}
        error={errors.inPlaceOf}
      />
      <Argument label="If none gives way: why not" typed={typed.argument} error={errors.argument} />
    </>
  )
}

function Argument({ label, typed, error }: { label: string; typed?: string; error?: string }) {
  return (
    <TextArea name="argument" label={label} rows={2} maxLength={1200} defaultValue={typed} error={error} />
  )
}
