import type { Comparison, FigureRef } from '#app/diagnosis/rulebook.ts'
import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'
import { agreement, constructOf, detailOf, PEOPLE, people, scoreOf, signalsOf } from './scores.ts'

/** Which side of a rule's line a figure is put on; `wide`: past the line, with a range that reaches too far to say so. */
export type Side = 'past' | 'short' | 'wide'

/** Changes scores so that a figure lies just past the line of a comparison, or just short of it. */
export function placeFigure(draft: RoundScores, ref: FigureRef, comparison: Comparison, side: Side): void {
  const past = side !== 'short'
  switch (ref.of) {
    case 'agreement':
    case 'construct-agreement':
      setAgreement(draft, ref, agreementAt(comparison, side))
      return
    case 'item-strength':
      scoreOf(draft, ref.item, ref.level).strength = {
        kind: 'measured',
        value: whole(comparison, past),
        n: 9,
      }
      return
    case 'construct-strength':
      constructOf(draft, ref.construct).strengthByLevel[ref.level] = {
        kind: 'measured',
        value: whole(comparison, past),
        n: 9,
      }
      return
    case 'people':
    case 'people-choosing':
      setPeople(draft, ref, comparison, past)
      return
    case 'can-name-stop': {
      const overload = draft.overload[ref.level]
      if (overload.kind === 'measured')
        overload.canNameStop = people(countAt(comparison, PEOPLE[ref.level], past), PEOPLE[ref.level])
      return
    }
    case 'effective-priorities':
    case 'distinct-priorities': {
      const overload = draft.overload[ref.level]
      if (overload.kind !== 'measured') return
      const line = comparison.threshold * overload.asked
      if (ref.of === 'effective-priorities') overload.effectiveThemes = past ? line + 0.1 : line
      else overload.distinct = past ? line + 1 : line
      return
    }
    case 'illusion':
      draft.illusion[ref.level] = [
        {
          kind: 'measured',
          itemId: ref.item,
          n: 9,
          perceived: 4 + comparison.threshold - (past ? 0 : 0.1),
          shown: 4,
        },
      ]
      return
    case 'trade-offs': {
      const { tradeOffs } = draft
      if (tradeOffs?.kind !== 'measured') return
      if (ref.who === 'share-priority') tradeOffs.sharePriority = people(countAt(comparison, 14, past), 14)
      else tradeOffs.both = people(past ? 2 : 7, 14)
      return
    }
    case 'level-gap':
      constructOf(draft, ref.construct).gap = {
        kind: 'measured',
        g: 0.3,
        n: 23,
        range90: [0.1, 0.5],
        p: 0.01,
        holmP: comparison.threshold - (past ? 0.01 : 0),
        fragile: false,
      }
      return
    case 'collisions':
      draft.collisions = past
        ? [
            {
              name: 'Rebrand',
              priority: { senior: people(3, 9), department: null },
              stop: { senior: people(2, 9), department: null },
              namedBy: null,
            },
          ]
        : []
      return
    case 'signals':
      draft.signals = {
        ...signalsOf(past ? 0.6 : 0.2),
        probabilityTwo: comparison.threshold - (past ? 0 : 0.01),
      }
      return
    case 'signals-present':
      draft.signals = { ...signalsOf(past ? 0.6 : 0.2), probabilityTwo: 0.6 }
      return
    case 'camps':
      for (const [index, score] of draft.items.filter(({ kind }) => kind === 'scale').entries()) {
        const result = score.byLevel[ref.level]
        if (result?.kind === 'measured' && result.agreement?.kind === 'measured') {
          result.agreement.camps = past ? index % 2 === 0 : index % 3 === 0
        }
      }
      return
    case 'key-results':
      setKeyResults(draft, ref, comparison, past)
      return
    case 'median':
      detailOf(draft, ref.item, ref.level, 'number').median = comparison.threshold + (past ? 1 : 0)
      return
    case 'handshake':
      draft.handshake = handshakeOf(past ? 4 : 5)
      return
    case 'top-theme':
    case 'coverage':
      throw new Error(`no rule is held against ${ref.of}`)
  }
}

/** Ten needs between departments, of which the other side knows of this many. */
function handshakeOf(acknowledged: number): RoundScores['handshake'] {
  return {
    kind: 'measured',
    n: 23,
    departments: ['Sales', 'Product'],
    pairs: [],
    pooled: 0,
    acknowledged: people(acknowledged, 12),
    orphan: people(10 - acknowledged, 12),
    unasked: people(2, 12),
    reciprocity: acknowledged / 10,
    unowned: people(2, 23),
  }
}

/** Puts the lines of a kind on a side of the line; the other kinds share what is left. */
function setKeyResults(
  draft: RoundScores,
  { kinds }: Extract<FigureRef, { of: 'key-results' }>,
  comparison: Comparison,
  past: boolean,
): void {
  const [kind] = kinds
  if (!kind || !draft.keyResults) return
  let left = countAt(
    comparison,
    LEVELS.reduce((sum, level) => sum + 2 * PEOPLE[level], 0),
    past,
  )
  for (const level of LEVELS) {
    const counts = draft.keyResults[level]
    if (counts.kind !== 'measured') continue
    const count = level === 'department' ? left : Math.floor((left * counts.lines) / 46)
    left -= count
    counts[kind] = people(count, counts.lines)
  }
}

/** Number of people of `of` just past, or just short of, a share. */
function countAt({ is, threshold }: Comparison, of: number, past: boolean): number {
  const line = threshold * of
  if (is === 'at-least') return past ? Math.ceil(line) : Math.ceil(line) - 1
  if (is === 'at-most') return past ? Math.floor(line) : Math.floor(line) + 1
  if (is === 'below') return past ? Math.ceil(line) - 1 : Math.ceil(line)
  return past ? Math.floor(line) + 1 : Math.floor(line)
}

function whole({ is, threshold }: Comparison, past: boolean): number {
  if (is === 'at-least') return past ? threshold : threshold - 1
  return past ? threshold - 1 : threshold
}

function agreementAt(comparison: Comparison, side: Side) {
  const s = whole(comparison, side !== 'short') / 100
  const low = comparison.is === 'below'
  const limit = (comparison.clearOf ?? (low ? 100 : 0)) / 100
  const edge = side === 'wide' ? limit : low ? limit - 0.01 : limit
  const reach = side === 'wide' && !low ? limit - 0.01 : edge
  return agreement(s, 9, low ? [0.05, reach] : [reach, 0.7], low ? 'divergent' : 'aligned')
}

function setAgreement(
  draft: RoundScores,
  ref: Extract<FigureRef, { of: 'agreement' | 'construct-agreement' }>,
  value: ReturnType<typeof agreement>,
): void {
  if (ref.of === 'agreement' && ref.level !== 'across') scoreOf(draft, ref.item, ref.level).agreement = value
  else if (ref.of === 'agreement') Object.assign(itemOf(draft, ref.item), { across: value })
  else if (ref.level === 'across') constructOf(draft, ref.construct).across = value
  else constructOf(draft, ref.construct).agreementByLevel[ref.level] = value
}

function itemOf(draft: RoundScores, itemId: string) {
  return draft.items.find((item) => item.itemId === itemId) ?? {}
}

function setPeople(
  draft: RoundScores,
  ref: Extract<FigureRef, { of: 'people' | 'people-choosing' }>,
  comparison: Comparison,
  past: boolean,
): void {
  const levels: Level[] = ref.group === 'everyone' ? [...LEVELS] : [ref.group]
  const of = levels.reduce((sum, level) => sum + PEOPLE[level], 0)
  let left = countAt(comparison, of, past)
  for (const level of levels.toReversed()) {
    const isLast = level === levels[0]
    const count = isLast ? left : Math.floor((left * PEOPLE[level]) / of)
    left -= count
    setLevelPeople(draft, ref, level, count)
  }
}

function setLevelPeople(
  draft: RoundScores,
  ref: Extract<FigureRef, { of: 'people' | 'people-choosing' }>,
  level: Level,
  count: number,
): void {
  const n = PEOPLE[level]
  if (ref.of === 'people-choosing') {
    const { detail } = scoreOf(draft, ref.item, level)
    if (detail.kind !== 'choice' && detail.kind !== 'multi' && detail.kind !== 'owner')
      throw new Error('no options')
    const chosen = ref.others ? n - count : count
    const [first, ...rest] = ref.options
    const others = detail.options.filter(({ id }) => id !== first && !rest.includes(id))
    detail.options = [...others, { id: first ?? '', label: 'first', people: people(chosen, n) }]
    return
  }
  if (ref.who === 'unhealthy') detailOf(draft, ref.item, level, 'scale').low = people(count, n)
  else if (ref.who === 'nothing') detailOf(draft, ref.item, level, 'lines').nothing = people(count, n)
  else if (ref.who === 'no-real-owner')
    detailOf(draft, ref.item, level, 'owner').noRealOwner = people(count, n)
  else
    detailOf(draft, ref.item, level, 'owner').modalRole = {
      label: 'Chief operating officer',
      people: people(count, n),
    }
}
