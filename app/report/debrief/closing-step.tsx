import { writtenDay } from '#app/rounds/day.ts'
import type { DebriefViewProps } from './debrief-view.tsx'
import { DecisionFields } from './decision-form.tsx'
import type { DecisionForm } from './decision-forms.ts'
import { Step } from './step.tsx'

interface ClosingStepProps extends DebriefViewProps {
  path: string
  errorsOf: (entry: string) => Record<string, string> | undefined
}

/** What was decided, read out once more, and room for whatever else the team decides. */
export function ClosingStep({ forms, mayWrite, isDraft: _, engagementId, path, errorsOf }: ClosingStepProps) {
  const taken = [...forms.findings, ...forms.further].filter(({ revision }) => revision > 0)
  return (
    <Step id="closing" kicker="To close" title="What we decided">
      <ol className="step-list" data-decided>
        {taken.map((form) => (
          <li key={form.entry}>{decidedWords(form)}</li>
        ))}
      </ol>
      <p className="step-lede" data-nothing-decided hidden={taken.length > 0}>
        Nothing is taken down yet.
      </p>
      {mayWrite && (
        <>
          {forms.further.length > 0 && <h3>Further decisions</h3>}
          {forms.further.map((form) => (
            <DecisionFields key={form.entry} form={form} action={path} errors={errorsOf(form.entry)} />
          ))}
          <h3>Another decision</h3>
          <div data-more>
            <DecisionFields form={forms.blank} action={path} errors={errorsOf(forms.blank.entry)} />
          </div>
          <p className="step-aside">
            <a href={`/engagements/${engagementId}/plan`}>Go on in the plan</a>
          </p>
        </>
      )}
    </Step>
  )
}

/** The script says the same of what it has taken down. */
function decidedWords({ wording, owner, due }: DecisionForm): string {
  return [wording, owner || 'nobody named yet', due ? `by ${writtenDay(due)}` : 'no day set'].join(' · ')
}
