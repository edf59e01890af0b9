import { describe, expect, test } from 'vitest'
import { type Construct, LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import type { LevelItemScore, RoundScores } from '#app/scoring/round-scores.ts'
import { scoreRound } from '#app/scoring/score-round.ts'
import {
  choose,
  number,
  owner,
  type Person,
  point,
  priorities,
  roundOf,
  tick,
  times,
} from '../app/scoring/round-builder.ts'

// Whole rounds, worked by hand. Ratings have five points (D0 = .4); owners eight options, three of them real
// (D0 = 1 - 3/64 = .953125); lists come from a catalogue of twelve themes. Ordered lists of two meet with RBO_ext
// (.2 + .32 + 1.28) / 12 = .15 at random, lists of three with 2.44 / 12 = .2033.
const OWNER = 61 / 64
const redraws = 400
const near = (value: number) => expect.closeTo(value, 9)

const itemOf = (scores: RoundScores, id: string) => {
  const item = scores.items.find(({ itemId }) => itemId === id)
  if (!item) throw new Error(`no item ${id}`)
  return item
}
const at = (scores: RoundScores, id: string, level: Level): LevelItemScore => {
  const score = itemOf(scores, id).byLevel[level]
  if (score?.kind !== 'measured') throw new Error(`${id} may not be shown`)
  return score
}
const constructOf = (scores: RoundScores, construct: Construct) =>
  scores.constructs.find((one) => one.construct === construct)

describe('aligned: eight seniors and eight department leads who tell one story', () => {
  const story: Person = {
    priorities: priorities('Retention', 'Pricing', 'Platform'),
    'estimate-first': number(9),
    tradeoff: choose('specific'),
    stops: priorities('Export'),
    tiebreak: point(4),
    'owns-outcome': owner('coo'),
  }
  const scores = scoreRound(
    roundOf(
      { senior: [...times(7, story), { ...story, tiebreak: point(5) }], department: times(8, story) },
      { redraws },
    ),
  )

  test('the rating: one of eight is a point apart', () => {
    // senior: 7 of 28 pairs a quarter apart, D = .0625, S = 1 - .0625 / .4; across: 8 of 64 pairs, D = .03125
    expect(at(scores, 'tiebreak', 'senior').agreement).toMatchObject({
      s: near(1 - 0.0625 / 0.4),
      camps: false,
    })
    expect(at(scores, 'tiebreak', 'department').agreement).toMatchObject({ s: 1, distance: 0 })
    expect(itemOf(scores, 'tiebreak').across).toMatchObject({ s: near(1 - 0.03125 / 0.4), n: 16 })
    // (.84375 + 1) / 2 - .921875
    expect(itemOf(scores, 'tiebreak').gap).toMatchObject({ g: near(0) })
  })

  test('the construct is the mean of its items, aligned and healthy, and hangs on nobody', () => {
    expect(constructOf(scores, 'alignment')).toMatchObject({
      agreementByLevel: {
        senior: {
          s: near((3 + 1 - 0.0625 / 0.4) / 4),
          items: 4,
          band: 'aligned',
          fragility: { changes: false },
        },
      },
      quadrantByLevel: { senior: 'healthy' },
    })
  })

  test('three themes in play, and what is believed is shown', () => {
    expect(at(scores, 'priorities', 'senior').detail).toMatchObject({
      effectiveThemes: 3,
      distinct: 3,
      meanRbo: 1,
    })
    expect(scores.overload.senior).toMatchObject({ flagged: false, reasons: [], fragile: false })
    // all eight put it first: coded as seven or eight, 7.5 of 8
    expect(scores.illusion.senior).toMatchObject([{ perceived: 9, shown: 9.4 }])
  })
})

describe('split: eight seniors in two camps of four', () => {
  const camp = (rating: number, role: string, ...themes: string[]): Person => ({
    priorities: priorities(...themes),
    'estimate-first': number(8),
    tiebreak: point(rating),
    'owns-outcome': owner(role),
  })
  const scores = scoreRound(
    roundOf(
      {
        senior: [
          ...times(4, camp(2, 'coo', 'Retention', 'Pricing')),
          ...times(4, camp(4, 'cpo', 'Hiring', 'Export')),
        ],
        department: [],
      },
      { redraws },
    ),
  )

  test('16 of 28 pairs are of different camps', () => {
    expect(at(scores, 'tiebreak', 'senior').agreement).toMatchObject({
      s: near(1 - 8 / 28 / 0.4),
      camps: true,
    })
    expect(at(scores, 'priorities', 'senior').agreement).toMatchObject({
      s: near(1 - 16 / 28 / 0.85),
      distance: near(16 / 28),
      chanceDistance: near(0.85),
    })
    expect(at(scores, 'owns-outcome', 'senior').agreement).toMatchObject({ s: near(1 - 16 / 28 / OWNER) })
  })

  test('the owner is contested, which one person fewer on either side would change', () => {
    // 12 of 28 pairs name the same; four of seven would be most of them
    expect(at(scores, 'owns-outcome', 'senior').detail).toMatchObject({
      state: 'contested',
      fragile: true,
      pairMatch: near(12 / 28),
      modalRole: null,
    })
  })

  test('4 themes, in play 4.67 of two each: 112 / 24', () => {
    expect(at(scores, 'priorities', 'senior').detail).toMatchObject({
      effectiveThemes: near(112 / 24),
      distinct: 4,
      meanDice: near(12 / 28),
    })
  })

  test('eight of ten are believed to put the same first; half do', () => {
    expect(scores.illusion.senior).toMatchObject([{ perceived: 8, shown: 5 }])
  })
})

describe('levels apart: six seniors all at 5, seven department leads all at 2', () => {
  const scores = scoreRound(
    roundOf(
      { senior: times(6, { tiebreak: point(5) }), department: times(7, { tiebreak: point(2) }) },
      { redraws },
    ),
  )

  test('each level agrees with itself; across, every pair is three steps of four apart', () => {
    const item = itemOf(scores, 'tiebreak')
    for (const level of LEVELS) expect(at(scores, 'tiebreak', level).agreement).toMatchObject({ s: 1 })
    expect(item.across).toMatchObject({ s: near(1 - 0.75 / 0.4), distance: 0.75 })
    expect(item.gap).toMatchObject({ g: near(1.875), n: 13, p: null, fragile: null })
  })

  test('of the 1,716 ways to choose six of thirteen only this one sets them so far apart', () => {
    expect(constructOf(scores, 'alignment')?.gap).toMatchObject({
      p: near(1 / 1716),
      holmP: near(1 / 1716),
      fragile: false,
    })
  })

  test('what is shown of the ends is coded', () => {
    expect(at(scores, 'tiebreak', 'senior')).toMatchObject({
      detail: { mean: '4.5 or more' },
      strength: { value: 87.5 },
    })
    expect(at(scores, 'tiebreak', 'department')).toMatchObject({
      detail: { mean: '2.0' },
      strength: { value: 25 },
    })
  })
})

describe('tiny: three seniors and two department leads', () => {
  const people = {
    senior: [4, 4, 2].map((rating): Person => ({ tiebreak: point(rating) })),
    department: times(2, { tiebreak: point(4) }),
  }

  test('in confidence nothing is shown, not even how many they were', () => {
    const scores = scoreRound(roundOf(people, { redraws }))
    expect(JSON.stringify(scores)).not.toContain('"measured"')
    expect(scores).toMatchObject({
      shown: { senior: false, department: false },
      response: { senior: { invited: 3, submitted: null } },
      handshake: { kind: 'too-few', n: null },
      sensitivity: [],
    })
  })

  test('in the open three are compared, without a range and so without a band', () => {
    // pairs: 0, 2 and 2 steps; D = (0 + .5 + .5) / 3, S = 1 - .3333 / .4
    const scores = scoreRound(roundOf(people, { redraws, mode: 'open' }))
    expect(at(scores, 'tiebreak', 'senior').agreement).toMatchObject({
      s: near(1 / 6),
      range90: null,
      chanceLine: null,
      band: 'too-wide',
      fragility: { changes: false, people: 0, to: null },
    })
    expect(itemOf(scores, 'tiebreak').byLevel.department).toEqual({ kind: 'too-few', n: 2, needed: 3 })
  })
})

describe('all blank: sixteen people hand in nothing', () => {
  const scores = scoreRound(roundOf({ senior: times(8, {}), department: times(8, {}) }, { redraws }))

  test('they are counted as having handed in, and nothing else is said', () => {
    expect(scores.response.senior).toEqual({ invited: 8, submitted: 8 })
    expect(JSON.stringify(scores)).not.toContain('"measured"')
    for (const item of scores.items) {
      for (const level of LEVELS) expect(item.byLevel[level]).toEqual({ kind: 'too-few', n: null, needed: 5 })
    }
    expect(scores.constructs.map(({ quadrantByLevel }) => quadrantByLevel.senior)).toEqual(
      scores.constructs.map(() => null),
    )
    expect(scores).toMatchObject({ collisions: [], coverage: [], sensitivity: [] })
  })
})

describe('all the same: seven seniors and nine department leads with one voice', () => {
  const voice: Person = {
    priorities: priorities('Retention', 'Pricing', 'Platform'),
    tradeoff: choose('specific'),
    stops: priorities('Export'),
    tiebreak: point(3),
    'owns-outcome': owner('cto'),
    'decision-lag': choose('month'),
    'weekly-answers': tick('blocked', 'next'),
  }
  const scores = scoreRound(roundOf({ senior: times(7, voice), department: times(9, voice) }, { redraws }))

  test('every agreement is 1, the levels can be interchanged, and no one person changes anything', () => {
    const compared = scores.items.filter(({ across }) => across?.kind === 'measured')
    expect(compared.map(({ itemId }) => itemId)).toEqual(Object.keys(voice))
    for (const item of compared) {
      expect(item).toMatchObject({ across: { s: near(1) }, gap: { g: near(0) } })
      for (const level of LEVELS) {
        expect(at(scores, item.itemId, level).agreement).toMatchObject({
          s: near(1),
          fragility: { changes: false, people: null, to: null },
        })
      }
    }
    for (const { gap } of scores.constructs.filter(({ gap }) => gap.kind === 'measured')) {
      expect(gap).toMatchObject({ g: near(0), p: 1, holmP: 1, fragile: false })
    }
  })

  test('all department leads share the priorities and can say what gave way', () => {
    const all = { kind: 'all-but-at-most-one', of: 9 }
    expect(scores.tradeOffs).toMatchObject({ sharePriority: all, both: all, quadrant: null })
    expect(scores.coverage.map(({ department }) => department)).toEqual([all, all, all])
  })
})

describe('everybody "nobody": eight seniors agree that nobody owns the outcome', () => {
  const scores = scoreRound(
    roundOf({ senior: times(8, { 'owns-outcome': owner('nobody') }), department: [] }, { redraws }),
  )

  test('is no agreement on an owner: no pair matches, so it is below random', () => {
    const score = at(scores, 'owns-outcome', 'senior')
    expect(score.agreement).toMatchObject({ s: near(1 - 1 / OWNER), distance: 1, band: 'like-random' })
    expect(score.detail).toMatchObject({
      state: 'vacant',
      fragile: false,
      pairMatch: 0,
      modalRole: null,
      noRealOwner: { kind: 'all-but-at-most-one', of: 8 },
    })
  })

  test('and as weak as may be told: 1.5 or less of 5 is 12.5 of 100', () => {
    expect(at(scores, 'owns-outcome', 'senior').strength).toMatchObject({ value: 12.5 })
    expect(constructOf(scores, 'accountability')?.quadrantByLevel.senior).toBeNull()
  })
})
