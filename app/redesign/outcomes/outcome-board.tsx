import { writtenDay } from '#app/rounds/day.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Plan, PlanEntry } from '../plan/plan.ts'
import { checkKeyResult } from './check-key-result.ts'
import { DependencyList } from './dependency-list.tsx'
import { outcomeVolume } from './outcome-volume.ts'

interface OutcomeBoardProps {
  plan: Plan
  /** `/engagements/…/plan/outcomes`. */
  base: string
  /** Whether who looks may change the plan. */
  writes: boolean
}

/** Objectives with their key results: what is to be different, from where to where, by when, and who is needed for it. */
export function OutcomeBoard({ plan, base, writes }: OutcomeBoardProps) {
  const volume = outcomeVolume(plan)
  return (
    <div className="stack-wide">
      {volume.length > 0 && (
        <Notice tone="heed" title="More than can be done well">
          {volume.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </Notice>
      )}
      {plan.objective.map((objective) => (
        <ObjectiveSection key={objective.id} {...{ plan, objective, base, writes }} />
      ))}
    </div>
  )
}

function ObjectiveSection({
  plan,
  objective,
  base,
  writes,
}: OutcomeBoardProps & { objective: PlanEntry<'objective'> }) {
  const { outcome, owner, priorityId } = objective.content
  const results = plan['key-result'].filter(({ content }) => content.objectiveId === objective.id)
  const priority = plan.priority.find(({ id }) => id === priorityId)?.content.outcome
  return (
    <section className="stack ruled">
      <div className="section-head">
        <h2>{outcome}</h2>
        {writes && (
          <div className="buttons">
            <LinkButton href={`${base}/key-results/new?objective=${objective.id}`}>
              Add a key result
            </LinkButton>
            <LinkButton look="quiet" href={`${base}/objectives/${objective.id}`}>
              Change<span className="unseen">{` the objective ${outcome}`}</span>
            </LinkButton>
          </div>
        )}
      </div>
      <p className="muted">
        {owner === '' ? 'Nobody owns it yet' : owner}
        {priority ? ` · serves the priority “${priority}”` : ' · serves none of the priorities yet'}
      </p>
      {results.length === 0 && (
        <p>No key result yet: so far nobody could tell whether this has been reached.</p>
      )}
      {results.map((result) => (
        <ResultBlock key={result.id} result={result} base={base} writes={writes} />
      ))}
    </section>
  )
}

const STATE_WORDS = { open: '', reached: 'Reached', missed: 'Missed', dropped: 'Dropped' } as const

function ResultBlock({
  result,
  base,
  writes,
}: {
  result: PlanEntry<'key-result'>
  base: string
  writes: boolean
}) {
  const { wording, owner, due, state, argument } = result.content
  const check = checkKeyResult(wording)
  return (
    <article className="key-result">
      <h3>
        {wording}
        {state !== 'open' && <span className="aside">{` · ${STATE_WORDS[state]}`}</span>}
      </h3>
      <p className="muted">
        {[figures(result), owner, due && `by ${writtenDay(due)}`].filter(Boolean).join(' · ')}
      </p>
      {check.kind !== 'outcome' && (
        <p className="hint">
          {argument === ''
            ? `${check.why} ${check.prompt}`
            : `Reads as ${check.kind === 'unclear' ? 'neither work nor a result' : `an ${check.kind}`}; kept because: ${argument}`}
        </p>
      )}
      <DependencyList result={result} writes={writes} />
      {writes && (
        <p>
          <a href={`${base}/key-results/${result.id}`}>
            Change<span className="unseen">{` the key result ${wording}`}</span>
          </a>
        </p>
      )}
    </article>
  )
}

function figures({ content: { baseline, target, current } }: PlanEntry<'key-result'>): string {
  const way = [baseline && `from ${baseline}`, target && `to ${target}`].filter(Boolean).join(' ')
  return [way, current && `now ${current}`].filter(Boolean).join(', ')
}
