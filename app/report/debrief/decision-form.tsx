import { Button } from '#app/ui/button.tsx'
import type { DecisionForm } from './decision-forms.ts'

export const ROLE_LIST = 'debrief-roles'

interface DecisionFieldsProps {
  form: DecisionForm
  /** Address that takes a decision and gives the page again. */
  action: string
  errors?: Record<string, string>
}

/** Wording, owner and date of one decision. The script sends it in the background; without it the form does. */
export function DecisionFields({ form, action, errors = {} }: DecisionFieldsProps) {
  const { entry, revision, ruleId } = form
  const described = (name: string) => (errors[name] ? `${entry}-${name}-error` : undefined)
  return (
    <form method="post" action={action} className="decision" data-decision={entry} noValidate>
      <input type="hidden" name="entry" value={entry} />
      <input type="hidden" name="revision" value={revision} autoComplete="off" />
      <input type="hidden" name="ruleId" value={ruleId} />
      <Line entry={entry} name="form" error={errors.form} />
      <div className="decision-wording">
        <label htmlFor={`${entry}-wording`}>What is decided</label>
        <textarea
          id={`${entry}-wording`}
          name="wording"
          rows={2}
          maxLength={240}
          defaultValue={form.wording}
          aria-describedby={described('wording')}
        />
        <Line entry={entry} name="wording" error={errors.wording} />
      </div>
      <div>
        <label htmlFor={`${entry}-owner`}>Who sees to it</label>
        <input
          id={`${entry}-owner`}
          name="owner"
          type="text"
          list={ROLE_LIST}
          maxLength={240}
          autoComplete="off"
          defaultValue={form.owner}
          aria-describedby={described('owner')}
        />
        <Line entry={entry} name="owner" error={errors.owner} />
      </div>
      <div>
        <label htmlFor={`${entry}-due`}>By when</label>
        <input
          id={`${entry}-due`}
          name="due"
          type="date"
          defaultValue={form.due}
          aria-describedby={described('due')}
        />
        <Line entry={entry} name="due" error={errors.due} />
      </div>
      <div className="decision-take">
        <Button look="main">{revision > 0 ? 'Take down the change' : 'Take it down'}</Button>
        <p className="decision-state" data-state>
          {revision > 0 ? 'In the plan' : ''}
        </p>
      </div>
    </form>
  )
}

/** Always there, so that the script has a place to say what is wrong. */
function Line({ entry, name, error = '' }: { entry: string; name: string; error?: string }) {
  return (
    <p className="wrong" id={`${entry}-${name}-error`} data-error={name} role={error ? 'alert' : undefined}>
      {error}
    </p>
  )
}
