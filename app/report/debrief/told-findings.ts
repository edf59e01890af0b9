import type { Certainty } from '#app/diagnosis/diagnosis.ts'
import { currentRulebook, type Rule } from '#app/diagnosis/rulebook.ts'
import type { Construct } from '#app/questionnaire/instrument.ts'
import type { ReportDocument, Sentence } from '../document.ts'
import { MARK } from '../edits/apply-edits.ts'
import { blocksOf } from './page-blocks.ts'
import { pagesAbout } from './pages-about.ts'

/** A finding as the report tells it. */
export interface ToldFinding {
  ruleId: string
  name: string
  construct: Construct
  /** Null where the consultant has put it in words of their own. */
  certainty: Certainty | null
  headline: string
  meaning: string
  /** Ids of the pages that tell of it, the nearest first. */
  pages: readonly string[]
}

const GENERATED = / \((clear|likely|indicative)\)\. /

/**
 * The sure findings in the order of the report, the worst first; where its page of the diagnosis was left out, those that stand
 * beside the answer.
 */
export function toldFindings(document: ReportDocument): { problems: ToldFinding[]; strengths: string[] } {
  const told = sentencesOn(document, 'diagnosis')
  const all = told.length > 0 ? told : sentencesOn(document, 'answer-first')
  return {
    problems: all.filter(({ rule }) => rule.kind === 'problem').map(toldAs),
    strengths: all.filter(({ rule }) => rule.kind === 'strength').map(({ text }) => text),
  }
}

interface RuleSentence {
  rule: Rule
  text: string
}

/** The lists of a page as far as each item rests on one rule. What follows from a rule is no finding. */
function sentencesOn(document: ReportDocument, pageId: string): RuleSentence[] {
  const items = blocksOf(document, pageId).flatMap((block) => (block.kind === 'list' ? block.items : []))
  return items.filter((item) => !isMove(item)).flatMap(ruleSentence)
}

function ruleSentence({ text, source }: Sentence): RuleSentence[] {
  const rule = currentRulebook.rules.find(({ id }) => id === source?.rule)
  return rule ? [{ rule, text }] : []
}

/** "The three decisions needed" stand on the page of the answer, each beside the finding that asks for it. */
export function isMove({ source }: Sentence): boolean {
  return source?.why.startsWith('follows from ') ?? false
}

/** A title ends without a stop. */
function asTitle(words: string): string {
  return words.trim().replace(/\.$/, '')
}

function toldAs({ rule, text }: RuleSentence): ToldFinding {
  const { id, name, construct, meaning } = rule
  const certainty = GENERATED.exec(text)?.[1] as Certainty | undefined
  const own = text.endsWith(MARK)
  const words = own ? text : text.replace(`${name} (${certainty}). `, '')
  const isWhole = !own && words.endsWith(meaning)
  return {
    ruleId: id,
    name,
    construct,
    certainty: own ? null : (certainty ?? null),
    headline: isWhole ? asTitle(words.slice(0, -meaning.length)) : words,
    meaning: isWhole ? meaning : '',
    pages: pagesAbout(id, construct),
  }
}
