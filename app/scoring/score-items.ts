import { type Item, LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { comparedPeople } from './coded-items.ts'
import type { LevelComparison } from './compare-levels.ts'
import { tooFew } from './disclosure.ts'
import { linesDetail } from './lines-detail.ts'
import { numberDetail } from './number-detail.ts'
import { choiceDetail, multiDetail } from './option-details.ts'
import { ownerDetail } from './owner-detail.ts'
import { peopleCount } from './people-count.ts'
import type { ItemAnswers, LevelAnswers, RoundAnswers } from './round-answers.ts'
import type { AgreementResult, Detail, ItemScore, LevelItemResult, RoundScores } from './round-scores.ts'
import { scaleDetail } from './scale-detail.ts'
import { strengthOf } from './strength.ts'

/** One item as both levels answered it. `comparison` is null for items that are not compared. */
export function scoreItem(
  itemAnswers: ItemAnswers,
  comparison: LevelComparison | null,
  round: RoundAnswers,
  coverage: RoundScores['coverage'],
): ItemScore {
  const { item, byLevel } = itemAnswers
  const atLevel = (level: Level): LevelItemResult | null => {
    const answers = byLevel[level]
    if (!answers) return null
    if (!answers.shown) return tooFew(answers.n, round.disclosure)
    return shownLevel(item, answers, agreementOf(item, answers, comparison, round), round, coverage)
  }
  const bothAsked = LEVELS.every((level) => byLevel[level] !== null)
  return {
    itemId: item.id,
    construct: item.construct,
    kind: item.kind,
    wording: item.wording,
    byLevel: { senior: atLevel('senior'), department: atLevel('department') },
    across: bothAsked && comparison ? comparison.across : null,
    gap: bothAsked && comparison ? comparison.gap : null,
  }
}

function shownLevel(
  item: Item,
  answers: LevelAnswers,
  agreement: AgreementResult | null,
  round: RoundAnswers,
  coverage: RoundScores['coverage'],
): LevelItemResult {
  const of = answers.answers.length
  const inState = (state: 'cant-say' | 'skipped') =>
    peopleCount(answers.answers.filter((answer) => answer.state === state).length, of, round.disclosure)
  const detail = detailOf(item, answers, round)
  return {
    kind: 'measured',
    n: answers.n,
    of,
    cantSay: inState('cant-say'),
    skipped: inState('skipped'),
    agreement,
    strength: strengthOf(item, answers, detail, round, coverage),
    detail,
  }
}

function agreementOf(
  item: Item,
  answers: LevelAnswers,
  comparison: LevelComparison | null,
  { disclosure }: RoundAnswers,
): AgreementResult | null {
  if (!comparison) return null
  const compared = comparedPeople(item, answers)
  return compared < disclosure.needed ? tooFew(compared, disclosure) : comparison.byLevel[answers.level]
}

function detailOf(item: Item, answers: LevelAnswers, round: RoundAnswers): Detail {
  switch (item.kind) {
    case 'scale':
      return scaleDetail(item, answers, round.disclosure)
    case 'owner':
      return ownerDetail(answers, round)
    case 'choice':
      return choiceDetail(item, answers, round.disclosure)
    case 'multi':
      return multiDetail(item, answers, round.disclosure)
    case 'lines':
      return linesDetail(item, answers, round)
    case 'number':
      return numberDetail(answers, round.disclosure)
    case 'text':
      return { kind: 'text' }
  }
}
