import type { ReportDocument, Sentence } from '../document.ts'
import { MARK } from '../edits/apply-edits.ts'
import { blocksOf } from './page-blocks.ts'
import { isMove } from './told-findings.ts'
import { dayWritten } from './written-back.ts'

/** A decision that the report asks for, ready to be worded by the team. */
export interface ProposedDecision {
  wording: string
  owner: string
  /** YYYY-MM-DD; empty where the report names none. */
  due: string
  ruleId: string
}

const GENERATED = /^(.+)\. (.+), by (\d{1,2} \w+ \d{4})\.$/s

/** The decisions on the page of the answer: three at most, each with whom and by when. */
export function proposedDecisions(document: ReportDocument): ProposedDecision[] {
  const items = blocksOf(document, 'answer-first').flatMap((block) =>
    block.kind === 'list' ? block.items : [],
  )
  return items.filter(isMove).map(proposal)
}

/** In words of the consultant's own it is all wording; whom and by when the room says. */
function proposal({ text, source }: Sentence): ProposedDecision {
  const ruleId = source?.rule ?? ''
  const words = text.endsWith(MARK) ? text.slice(0, -MARK.length).trim() : text
  const [, wording, owner = '', day = ''] = GENERATED.exec(words) ?? []
  return wording
    ? { wording, owner, due: dayWritten(day), ruleId }
    : { wording: words, owner: '', due: '', ruleId }
}
