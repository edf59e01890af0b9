import type { PlanEntry } from '#app/redesign/plan/plan.ts'
import type { Debrief } from './debrief.ts'

/** One form for a decision, with what stands in it when the page opens. */
export interface DecisionForm {
  /** Id of the decision, made before it is taken down, so that sending it twice takes it down once. */
  entry: string
  /** 0 until it is taken down. */
  revision: number
  ruleId: string
  wording: string
  owner: string
  /** YYYY-MM-DD, or empty. */
  due: string
}

export interface DecisionForms {
  /** One for each finding, in their order. */
  findings: DecisionForm[]
  /** Proposals beside the findings, and what else was decided in this round's debrief. */
  further: DecisionForm[]
  blank: DecisionForm
}

type Taken = Pick<PlanEntry<'decision'>, 'id' | 'revision' | 'content'>

/** What was taken down already stands in the place where it was decided; elsewhere the proposal of the report, or nothing. */
export function decisionForms(
  { findings, further }: Pick<Debrief, 'findings' | 'further'>,
  decisions: readonly Taken[],
  newId: () => string,
): DecisionForms {
  const left = [...decisions]
  const takenFor = (ruleId: string): DecisionForm | null => {
    const at = left.findIndex(({ content }) => ruleId !== '' && content.ruleId === ruleId)
    const [taken] = at < 0 ? [] : left.splice(at, 1)
    return taken ? takenForm(taken) : null
  }
  const blank = (ruleId: string): DecisionForm => ({
    entry: newId(),
    revision: 0,
    ruleId,
    wording: '',
    owner: '',
    due: '',
  })
  const inFindings = findings.map(
    ({ ruleId, proposal }) => takenFor(ruleId) ?? { ...blank(ruleId), ...proposal },
  )
  const proposed = further.map(
    (proposal) => takenFor(proposal.ruleId) ?? { ...blank(proposal.ruleId), ...proposal },
  )
  return { findings: inFindings, further: [...proposed, ...left.map(takenForm)], blank: blank('') }
}

function takenForm({ id, revision, content: { wording, owner, due, ruleId } }: Taken): DecisionForm {
  return { entry: id, revision, ruleId, wording, owner, due }
}
