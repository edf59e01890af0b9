import { type Construct, type Item, LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { changeAt, type RoundPair } from './change-at.ts'
import { notComparableBecause } from './comparable-items.ts'
import type { Place } from './measured-items.ts'
import { withoutNamesOfSingles } from './nameless-singles.ts'
import { type PairedItem, pairedItem, pairsOf } from './paired-items.ts'
import { answersOfRound } from './round-answers.ts'
import type { ConstructChange, ConstructChanges, ItemChange, RoundChanges } from './round-changes.ts'
import type { RoundScores } from './round-scores.ts'
import { REDRAWS, type ScoreInput } from './score-input.ts'
import { constructStrengthChange, itemStrengthChange } from './strength-change.ts'
import { type Steps, stepsOf, strictest } from './turnover.ts'

/** A round with what it scored. */
export interface ScoredRound {
  input: ScoreInput
  scores: RoundScores
}

/**
 * What changed from one round to the next. An item counts only if wording, scale, options and themes are the same. People
 * are matched by lead and compared with themselves where that tells nothing about those who came or went; otherwise the
 * rounds are two independent groups. Nothing is called a change that lies inside the noise.
 */
export function compareRounds(first: ScoredRound, second: ScoredRound): RoundChanges {
  const { both, items } = rightlyPaired(first, second)
  return {
    ...constructChanges(both, items, [first.scores, second.scores]),
    items: items.map((one) => itemChange(one, both, first.scores, second.scores)),
  }
}

/**
 * The same without the single items, which are nine tenths of the figures and half of the work: one item of a senior team is
 * too little to be called a change, so a report needs the constructs alone. Each figure is the same, byte for byte. With it
 * come the steps that the second round's own figures have to keep to, now that the first is known.
 */
export function compareConstructs(
  first: ScoredRound,
  second: ScoredRound,
): { changes: ConstructChanges; steps: Record<Level, Steps> } {
  const { both, items } = rightlyPaired(first, second)
  return { changes: constructChanges(both, items, [first.scores, second.scores]), steps: both.steps }
}

/** Both rounds under the stricter rules, and the items that either compares. */
function rightlyPaired(first: ScoredRound, second: ScoredRound): { both: RoundPair; items: ItemOfBoth[] } {
  const round = strictest(first.input.round, second.input.round)
  const answers = {
    first: answersOfRound({ ...first.input, round }),
    second: answersOfRound({ ...second.input, round }),
  }
  const pairOf = (level: Level) => pairsOf(answers.first, answers.second, level)
  const both: RoundPair = {
    ...answers,
    pairs: { senior: pairOf('senior'), department: pairOf('department') },
    steps: { senior: stepsOf(answers, 'senior'), department: stepsOf(answers, 'department') },
    redraws: second.input.redraws ?? REDRAWS,
  }
  const items = itemsOf(second.input.instrument)
    .map((item) => ({
      item,
      reasons: notComparableBecause(first.input, second.input, item),
      paired: pairedItem(item, both.first, both.second),
    }))
    .filter(({ item, paired, reasons }) => paired || (reasons.length > 0 && isCompared(item)))
  return { both, items: withNamelessRounds(items) }
}

/** What one person alone named in either round is no part of any figure by its name. */
function withNamelessRounds(items: readonly ItemOfBoth[]): ItemOfBoth[] {
  const paired = items.flatMap(({ paired }) => paired ?? [])
  const columns = paired.map(({ first, second }) => ({
    comparison: second.comparison,
    columns: [first, second].flatMap(({ answers }) => LEVELS.map((level) => answers[level])),
  }))
  const nameless = withoutNamesOfSingles(columns).map(({ columns: told }, at) => {
    const [senior = null, department = null, seniorNow = null, departmentNow = null] = told
    const { item, first, second } = paired[at] as PairedItem
    return {
      item,
      first: { ...first, answers: { senior, department } },
      second: { ...second, answers: { senior: seniorNow, department: departmentNow } },
    }
  })
  return items.map((one) => ({ ...one, paired: one.paired && (nameless.shift() ?? null) }))
}

function constructChanges(
  both: RoundPair,
  items: readonly ItemOfBoth[],
  scores: readonly [RoundScores, RoundScores],
): ConstructChanges {
  const constructs = [...new Set(items.map(({ item }) => item.construct))]
  return {
    format: 'plumbline-changes/1',
    redraws: both.redraws,
    constructs: constructs.map((construct) =>
      constructChange(
        construct,
        items.filter(({ item }) => item.construct === construct),
        both,
        scores,
      ),
    ),
  }
}

interface ItemOfBoth {
  item: Item
  reasons: ReturnType<typeof notComparableBecause>
  paired: PairedItem | null
}

function isCompared(item: Item): boolean {
  return item.kind === 'lines' ? item.themed : item.kind !== 'number' && item.kind !== 'text'
}

function itemChange(
  { item, reasons, paired }: ItemOfBoth,
  both: RoundPair,
  first: RoundScores,
  second: RoundScores,
): ItemChange {
  const atLevel = (level: Level): ItemChange['byLevel'][Level] => {
    if (!item.levels.includes(level)) return null
    if (reasons.length > 0 || !paired) {
      const not = { kind: 'not-comparable', reasons } as const
      return { agreement: not, strength: not }
    }
    return {
      agreement: changeAt([paired], level, both),
      strength: itemStrengthChange(item.id, level, [first, second], both.steps[level]),
    }
  }
  const { id, construct, kind, wording } = item
  return {
    itemId: id,
    construct,
    kind,
    wording,
    byLevel: { senior: atLevel('senior'), department: atLevel('department') },
  }
}

function constructChange(
  construct: Construct,
  items: readonly ItemOfBoth[],
  both: RoundPair,
  scores: readonly [RoundScores, RoundScores],
): ConstructChange {
  const left = items.filter(({ reasons }) => reasons.length > 0)
  const comparable = items.flatMap(({ paired, reasons }) => (paired && reasons.length === 0 ? [paired] : []))
  const reasons = [...new Set(left.flatMap((one) => one.reasons))]
  const not = { kind: 'not-comparable', reasons } as const
  const at = (place: Place) => (comparable.length === 0 ? not : changeAt(comparable, place, both))
  const ids = comparable.map(({ item }) => item.id)
  const strengthAt = (level: Level) =>
    ids.length === 0 ? not : constructStrengthChange(ids, level, scores, both.steps[level])
  return {
    construct,
    agreementByLevel: { senior: at('senior'), department: at('department') },
    across: at('across'),
    strengthByLevel: { senior: strengthAt('senior'), department: strengthAt('department') },
    left: left.map(({ item, reasons: own }) => ({ itemId: item.id, reasons: own })),
  }
}
