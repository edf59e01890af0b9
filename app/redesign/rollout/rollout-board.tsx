import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Plan, PlanEntry } from '../plan/plan.ts'
import { dayRange } from './day-range.ts'
import type { DraftCountermeasure } from './draft-countermeasures.ts'
import type { DraftStage } from './draft-stages.ts'
import { rolloutConflicts, stagesInOrder } from './rollout-order.ts'
import { COUNTER_STATE_NAMES, STAGE_NAMES, STAGE_STATE_NAMES } from './stage-words.ts'

interface RolloutBoardProps {
  plan: Pick<Plan, 'stage' | 'countermeasure'>
  drafts: readonly DraftStage[]
  resistance: readonly DraftCountermeasure[]
  /** `/engagements/…/plan/rollout`. */
  base: string
  writes: boolean
}

/** Who begins, who follows and when it widens; and what is done about the reasons to resist. */
export function RolloutBoard({ plan, drafts, resistance, base, writes }: RolloutBoardProps) {
  const conflicts = rolloutConflicts(plan)
  return (
    <div className="stack-wide">
      {conflicts.length > 0 && (
        <Notice tone="heed" title="Too wide or too fast">
          {conflicts.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </Notice>
      )}
      {plan.stage.length > 0 && (
        <ol className="stages">
          {stagesInOrder(plan.stage).map((entry) => (
            <StageItem key={entry.id} entry={entry} base={base} writes={writes} />
          ))}
        </ol>
      )}
      {writes && drafts.length > 0 && <StageDrafts drafts={drafts} base={base} />}
      <section className="stack ruled">
        <h2>What stands against it</h2>
        <p className="muted">
          Managers in the middle have reasons to resist. Each of the three common ones needs an answer before
          a pilot begins.
        </p>
        {resistance.map((source) => (
          <Resistance key={source.against} {...{ source, plan, base, writes }} />
        ))}
      </section>
    </div>
  )
}

function StageItem({ entry, base, writes }: { entry: PlanEntry<'stage'>; base: string; writes: boolean }) {
  const { stage, unit, owner, why, criteria, state, from, until } = entry.content
  return (
    <li>
      <p className="label">{`${STAGE_NAMES[stage]}: ${unit}`}</p>
      <p className="muted">
        {[STAGE_STATE_NAMES[state], dayRange(from, until), owner || 'nobody leads it yet']
          .filter(Boolean)
          .join(' · ')}
      </p>
      {why && <p>{why}</p>}
      {criteria && <p>{`Has to hold: ${criteria}`}</p>}
      {writes && (
        <p>
          <a href={`${base}/stages/${entry.id}`}>
            Change<span className="unseen">{` the step ${unit}`}</span>
          </a>
        </p>
      )}
    </li>
  )
}

function StageDrafts({ drafts, base }: { drafts: readonly DraftStage[]; base: string }) {
  return (
    <section className="stack">
      <h2>Proposed</h2>
      <ul className="rows">
        {drafts.map(({ stage, unit, why }) => (
          <li key={`${stage} ${unit}`}>
            <span>
              <span className="label">{`${STAGE_NAMES[stage]}: ${unit}`}</span>
              <span className="muted">{why}</span>
            </span>
            <LinkButton href={`${base}/stages/new?stage=${stage}&unit=${encodeURIComponent(unit)}`}>
              Take over<span className="unseen">{`: ${unit}`}</span>
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ResistanceProps extends Pick<RolloutBoardProps, 'plan' | 'base' | 'writes'> {
  source: DraftCountermeasure
}

function Resistance({ source, plan, base, writes }: ResistanceProps) {
  const { against, name, why, said } = source
  const taken = plan.countermeasure.filter(({ content }) => content.against === against)
  return (
    <article className="stack">
      <h3>{name}</h3>
      <p>
        {why}
        {said.length > 0 && <span className="muted">{` ${said.join('; ')}.`}</span>}
      </p>
      {taken.length === 0 && <p className="muted">Nothing is agreed against it yet.</p>}
      <ul>
        {taken.map((entry) => (
          <CounterItem key={entry.id} entry={entry} base={base} writes={writes} />
        ))}
      </ul>
      {writes && (
        <p>
          <LinkButton href={`${base}/countermeasures/new?against=${against}`}>
            {taken.length > 0 ? 'Agree on more' : 'Agree on something'}
            <span className="unseen">{` against: ${name}`}</span>
          </LinkButton>
        </p>
      )}
    </article>
  )
}

function CounterItem({
  entry,
  base,
  writes,
}: {
  entry: PlanEntry<'countermeasure'>
  base: string
  writes: boolean
}) {
  const { action, owner, due, state } = entry.content
  const facts = [COUNTER_STATE_NAMES[state], owner || 'no owner yet', dayRange('', due)].filter(Boolean)
  return (
    <li>
      {action} <span className="muted">{facts.join(' · ')}</span>{' '}
      {writes && (
        <a href={`${base}/countermeasures/${entry.id}`}>
          Change<span className="unseen">{`: ${action}`}</span>
        </a>
      )}
    </li>
  )
}
