import { findInstrument } from '#app/questionnaire/catalogue.ts'
import { CONSTRUCTS, type Instrument, type Item, LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import type { PeopleCount } from '#app/scoring/measure.ts'
import { peopleCount } from '#app/scoring/people-count.ts'
import type {
  Agreement,
  Band,
  Detail,
  Illusion,
  KeyResultCounts,
  LevelItemScore,
  OrderScore,
  RoundScores,
  SignalRule,
} from '#app/scoring/round-scores.ts'

/** People of each level in a scores fixture. */
export const PEOPLE: Record<Level, number> = { senior: 9, department: 14 }
const SIGNALS = ['added-midquarter', 'hard-to-say-no', 'all-green', 'slow-crossfunctional']
const CONFIDENTIAL = { open: false, needed: 5 }

export const fullInstrument = findInstrument('full@1') as Instrument

/** A count as a confidential round shows it. */
export function people(count: number, of: number): PeopleCount {
  return peopleCount(count, of, CONFIDENTIAL)
}

/** An agreement figure with a range of its own; 0..1. */
export function agreement(
  s: number,
  n: number,
  range: readonly [number, number],
  band: Band = 'mixed',
): Agreement {
  return {
    kind: 'measured',
    s,
    n,
    items: 1,
    distance: 0.4 * (1 - s),
    chanceDistance: 0.4,
    range90: range,
    range95: range,
    chanceLine: 0.02,
    band,
    camps: false,
    fragility: { changes: false, people: null, to: null },
  }
}

/**
 * Scores of nine senior leaders and 14 department leads in a confidential round, every figure in the middle: no rule of the
 * rulebook fires. A test changes what it is about.
 */
export function scoresWith(change: (draft: RoundScores) => void = () => {}): RoundScores {
  const draft: RoundScores = {
    format: 'plumbline-scores/1',
    privacyMode: 'confidential',
    smallestGroup: 5,
    redraws: 4000,
    seed: 1,
    response: { senior: { invited: 9, submitted: 9 }, department: { invited: 15, submitted: 14 } },
    shown: { senior: true, department: true },
    items: itemsOf(fullInstrument).map((item) => ({
      itemId: item.id,
      construct: item.construct,
      kind: item.kind,
      wording: item.wording,
      byLevel: { senior: levelScore(item, 'senior'), department: levelScore(item, 'department') },
      across: agreement(0.38, 23, [0.31, 0.45]),
      gap: null,
    })),
    constructs: CONSTRUCTS.map((construct) => ({
      construct,
      agreementByLevel: {
        senior: agreement(0.38, 9, [0.31, 0.45]),
        department: agreement(0.38, 14, [0.31, 0.45]),
      },
      across: agreement(0.38, 23, [0.31, 0.45]),
      gap: { kind: 'measured', g: 0, n: 23, range90: [-0.1, 0.1], p: 0.5, holmP: 1, fragile: false },
      strengthByLevel: {
        senior: { kind: 'measured', value: 50, n: 9 },
        department: { kind: 'measured', value: 50, n: 14 },
      },
      quadrantByLevel: { senior: 'contested', department: 'contested' },
    })),
    signals: signalsOf(0.2),
    overload: { senior: overloadOf('senior'), department: overloadOf('department') },
    illusion: { senior: [illusionOf('senior')], department: [illusionOf('department')] },
    order: { senior: orderOf('senior'), department: orderOf('department') },
    collisions: [],
    waits: [],
    tradeOffs: {
      kind: 'measured',
      n: 14,
      sharePriority: people(10, 14),
      both: people(7, 14),
      quadrant: { both: 7, priorityOnly: 3, tradeOffOnly: 2, neither: 2 },
    },
    handshake: null,
    keyResults: { senior: keyResultsOf('senior'), department: keyResultsOf('department') },
    sensitivity: [],
    coverage: [{ name: 'Keep customers', senior: people(6, 9), department: people(8, 14) }],
  }
  change(draft)
  return structuredClone(draft)
}

/** Two key results a person, as many activities as outputs and outcomes. */
export function keyResultsOf(level: Level): KeyResultCounts {
  const n = PEOPLE[level]
  const lines = 2 * n
  const third = Math.floor(lines / 3)
  return {
    kind: 'measured',
    n,
    lines,
    activity: people(third, lines),
    output: people(third, lines),
    outcome: people(lines - 2 * third, lines),
  }
}

/** Lists that share one of three themes on average, in an order that means nothing. */
export function orderOf(level: Level): OrderScore {
  return {
    kind: 'measured',
    n: PEOPLE[level],
    meanDice: 0.33,
    meanRbo: 0.3,
    diceByChance: 0.25,
    sameOrder: { low: 5, high: 5 },
    parts: level === 'senior' ? null : { nothing: { low: 0, high: 2 }, half: { low: 3, high: 3 } },
    matrix: null,
  }
}

/** One level's score of an item that is there. */
export function scoreOf(scores: RoundScores, itemId: string, level: Level): LevelItemScore {
  const score = scores.items.find((item) => item.itemId === itemId)?.byLevel[level]
  if (score?.kind !== 'measured') throw new Error(`${itemId} has no score for ${level}`)
  return score
}

/** The detail of an item of the named kind. */
export function detailOf<Kind extends Detail['kind']>(
  scores: RoundScores,
  itemId: string,
  level: Level,
  kind: Kind,
): Extract<Detail, { kind: Kind }> {
  const { detail } = scoreOf(scores, itemId, level)
  if (detail.kind !== kind) throw new Error(`${itemId} is no ${kind}`)
  return detail as Extract<Detail, { kind: Kind }>
}

export function constructOf(scores: RoundScores, construct: string) {
  const found = scores.constructs.find((score) => score.construct === construct)
  if (!found) throw new Error(`no construct ${construct}`)
  return found
}

/** Four signals with the same probability each. */
export function signalsOf(probability: number): Extract<SignalRule, { kind: 'measured' }> {
  return {
    kind: 'measured',
    n: 23,
    signals: SIGNALS.map((itemId) => ({
      itemId,
      wording: itemId,
      present: people(9, 23),
      n: 23,
      probability,
    })),
    probabilityTwo: 0.2,
    verdict: 'not-met',
    fragile: false,
  }
}

/** A round in which nobody answered anything, or too few to show. */
export function emptyScores(needed = 5): RoundScores {
  const tooFew = { kind: 'too-few', n: null, needed } as const
  return scoresWith((draft) => {
    draft.shown = { senior: false, department: false }
    draft.response = { senior: { invited: 9, submitted: null }, department: { invited: 14, submitted: null } }
    for (const item of draft.items)
      Object.assign(item, { byLevel: { senior: tooFew, department: tooFew }, across: tooFew })
    for (const score of draft.constructs) {
      Object.assign(score, { across: tooFew, gap: tooFew })
      for (const level of LEVELS) {
        score.agreementByLevel[level] = tooFew
        score.strengthByLevel[level] = tooFew
      }
    }
    draft.signals = tooFew
    draft.overload = { senior: tooFew, department: tooFew }
    draft.illusion = { senior: [tooFew], department: [tooFew] }
    draft.order = { senior: tooFew, department: tooFew }
    draft.tradeOffs = tooFew
    draft.keyResults = { senior: tooFew, department: tooFew }
    draft.handshake = tooFew
    draft.coverage = []
  })
}

function levelScore(item: Item, level: Level): LevelItemScore {
  const n = PEOPLE[level]
  return {
    kind: 'measured',
    n,
    of: n,
    cantSay: people(0, n),
    skipped: people(0, n),
    agreement: item.kind === 'number' || item.kind === 'text' ? null : agreement(0.38, n, [0.31, 0.45]),
    strength: { kind: 'measured', value: 50, n },
    detail: detailFor(item, n),
  }
}

function detailFor(item: Item, n: number): Detail {
  const third = people(3, n)
  switch (item.kind) {
    case 'scale':
      return {
        kind: 'scale',
        mean: '3.0',
        healthyMean: 3,
        distribution: null,
        low: third,
        high: n < 10 ? null : third,
        points: null,
      }
    case 'owner':
      return {
        kind: 'owner',
        options: [{ id: 'coo', label: 'Chief operating officer', people: people(Math.ceil(0.55 * n), n) }],
        pooled: 2,
        state: 'agreed',
        fragile: false,
        pairMatch: 0.4,
        modalRole: { label: 'Chief operating officer', people: people(Math.ceil(0.55 * n), n) },
        noRealOwner: people(2, n),
      }
    case 'choice':
    case 'multi':
      return {
        kind: item.kind,
        options: item.options.map(({ id, label }) => ({ id, label, people: optionCount(id, n) })),
      }
    case 'lines':
      return {
        kind: 'lines',
        themes: [
          {
            themeId: `${item.id}-1`,
            name: `First of ${item.id}`,
            people: people(5, n),
            first: people(3, n),
            namedBy: null,
          },
          {
            themeId: `${item.id}-2`,
            name: `Second of ${item.id}`,
            people: people(3, n),
            first: null,
            namedBy: null,
          },
        ],
        pooled: 2,
        distinct: 4,
        effectiveThemes: 3.4,
        meanDice: 0.5,
        meanRbo: item.ordered ? 0.5 : null,
        meanLines: 3,
        nothing: people(0, n),
        fullRanking: null,
      }
    case 'number':
      return { kind: 'number', median: 4, quartiles: null }
    case 'text':
      return { kind: 'text' }
  }
}

/** Six of ten choose what no rule minds. */
function optionCount(id: string, n: number): PeopleCount {
  return people(NEUTRAL_OPTIONS.includes(id) ? Math.ceil(0.55 * n) : 1, n)
}

const NEUTRAL_OPTIONS = ['enforced', 'specific', 'review-cycle', 'unblocks', 'blocked', 'changed']

function overloadOf(level: Level): RoundScores['overload'][Level] {
  const n = PEOPLE[level]
  return {
    kind: 'measured',
    n,
    asked: 3,
    effectiveThemes: 3.4,
    distinct: 4,
    canNameStop: people(Math.ceil(0.55 * n), n),
    reasons: [],
    flagged: false,
    fragile: false,
  }
}

function illusionOf(level: Level): Illusion {
  return { kind: 'measured', itemId: 'estimate-first', n: PEOPLE[level], perceived: 5, shown: 5 }
}
