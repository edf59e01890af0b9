import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { EntryForm, type FailedEntry } from '../plan/entry-form.tsx'
import { OwnerField, OwnerNames } from '../plan/owner-field.tsx'
import type { PlanEntry } from '../plan/plan.ts'
import { dependencyLines } from './dependencies.ts'

interface KeyResultFormProps {
  entry: PlanEntry<'key-result'> | null
  objectives: readonly PlanEntry<'objective'>[]
  /** The one that a new key result is for. */
  objectiveId: string
  owners: readonly string[]
  teams: readonly string[]
  failed?: FailedEntry
  back: string
  /** Where the words are read while they are typed. */
  check: string
}

/** The fields as texts, of what stands in the plan or of a new one. */
function textsOf(entry: PlanEntry<'key-result'> | null, objectiveId: string): Record<string, string> {
  if (!entry) return { objectiveId, state: 'open' }
  const { dependencies, ...texts } = entry.content
  return { ...texts, dependencies: dependencyLines(dependencies) }
}

export function KeyResultForm(props: KeyResultFormProps) {
  const { entry, objectives, objectiveId, owners, failed, back, check } = props
  const typed = failed?.typed ?? textsOf(entry, objectiveId)
  const errors = failed?.errors ?? {}
  return (
    <EntryForm entry={entry} failed={failed} back={back} removes="Take the key result out">
      <OwnerNames owners={owners} />
      <Select
        name="objectiveId"
        label="Objective"
        options={objectives.map(({ id, content }) => ({ value: id, label: content.outcome }))}
        defaultValue={typed.objectiveId}
        error={errors.objectiveId}
      />
      <div data-check={check}>
        <TextArea
          name="wording"
          label="Key result"
          hint="Not what you will do, but what will be different because of it: “Orders without a query from 62 % to 85 % by June”."
          rows={2}
          maxLength={240}
          required
          defaultValue={typed.wording ?? ''}
          error={errors.wording}
        />
        <p className="hint" data-check-says role="status" />
      </div>
      <TextArea
        name="argument"
        label="If it describes work: why does it stay?"
        hint="Leave this empty for a result."
        rows={2}
        maxLength={1200}
        defaultValue={typed.argument ?? ''}
        error={errors.argument}
      />
      <FigureFields typed={typed} errors={errors} />
      <div className="side-by-side">
        <OwnerField name="owner" typed={typed.owner ?? ''} error={errors.owner} />
        <Field name="due" label="By when" type="date" defaultValue={typed.due ?? ''} error={errors.due} />
      </div>
      <DependenciesField {...props} typed={typed} />
      <Select name="state" label="Where it stands" options={STATES} defaultValue={typed.state} />
    </EntryForm>
  )
}

const STATES = [
  { value: 'open', label: 'Under way' },
  { value: 'reached', label: 'Reached' },
  { value: 'missed', label: 'Missed' },
  { value: 'dropped', label: 'Dropped' },
]

type Typed = { typed: Record<string, string>; errors: Partial<Record<string, string>> }

function FigureFields({ typed, errors }: Typed) {
  const fields = [
    { name: 'baseline', label: 'Where it stands at the start' },
    { name: 'target', label: 'Where it should be' },
    { name: 'current', label: 'Where it is now' },
  ]
  return (
    <div className="side-by-side">
      {fields.map(({ name, label }) => (
        <Field
          key={name}
          name={name}
          label={label}
          maxLength={240}
          defaultValue={typed[name] ?? ''}
          error={errors[name]}
        />
      ))}
    </div>
  )
}

function DependenciesField({ typed, teams, failed }: KeyResultFormProps & { typed: Record<string, string> }) {
  const example = teams.slice(0, 4).join(', ')
  return (
    <TextArea
      name="dependencies"
      label="What it needs from other teams"
      hint={`One a line: the team, a colon, what is needed. ${example ? `Teams here: ${example}.` : ''} Each has to say yes to it.`}
      rows={3}
      defaultValue={typed.dependencies ?? ''}
      error={failed?.errors.dependencies}
    />
  )
}
