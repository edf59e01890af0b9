import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { EntryForm, type FailedEntry } from '../plan/entry-form.tsx'
import { OwnerField, OwnerNames } from '../plan/owner-field.tsx'
import { CADENCES } from './forum.ts'
import { ForumTimes } from './forum-times.tsx'
import type { TypedForum } from './read-forum.ts'

export interface ForumFormProps {
  entry: { id: string; revision: number } | null
  failed?: FailedEntry
  typed: TypedForum
  owners: readonly string[]
  zones: readonly string[]
  back: string
}

/** Everything that makes a meeting a forum, in the order in which a team settles it. */
export function ForumForm({ entry, failed, typed, owners, zones, back }: ForumFormProps) {
  const errors = failed?.errors ?? {}
  const values = { ...typed, ...(failed && { ownerMail: '', ...failed.typed }) }
  const field = (name: keyof TypedForum) => ({ name, error: errors[name], defaultValue: values[name] })
  return (
    <EntryForm entry={entry} failed={failed} back={back} removes="Take out of the plan">
      <OwnerNames owners={owners} />
      <Select
        {...field('cadence')}
        label="How often"
        options={CADENCES.map((cadence) => ({ value: cadence, label: CADENCE_LABELS[cadence] }))}
      />
      <Field {...field('name')} label="Name" maxLength={240} required />
      <TextArea {...field('purpose')} label="Purpose" hint="One. A second one is a second forum." rows={2} />
      <OwnerField
        name="owner"
        hint="One person or role, the same every time: whoever holds the forum to its purpose."
        typed={values.owner}
        error={errors.owner}
      />
      <TextArea
        {...field('members')}
        label="Members"
        hint="One name or role a line. The owner need not be repeated."
        rows={Math.min(12, values.members.split('\n').length + 1)}
      />
      <TextArea
        {...field('decides')}
        label="What it may decide"
        hint="And where what it cannot decide goes."
        rows={5}
      />
      <TextArea
        {...field('agenda')}
        label="Agenda, as questions"
        hint="One a line. A question is done with when it is answered, a topic never is."
        rows={7}
      />
      <TextArea {...field('inputs')} label="What is brought to it" rows={4} />
      <TextArea {...field('outputs')} label="What it ends with" rows={4} />
      <TextArea {...field('mustNotBecome')} label="What it must not become" rows={6} />
      <ForumTimes field={field} zones={zones} ownerMail={values.ownerMail === '1'} />
    </EntryForm>
  )
}

export const CADENCE_LABELS = { weekly: 'Weekly', monthly: 'Monthly', quarterly: 'Quarterly' } as const
