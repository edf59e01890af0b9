import type { Submission } from '#app/answers/submission.ts'
import { type Item, LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import type { PeopleClass, Published } from '#app/scoring/disclosure/audit.ts'
import type { ConstructChanges } from '#app/scoring/round-changes.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'
import type { ScoreInput } from '#app/scoring/score-input.ts'

/** A published number: what it is, and the people whose answers to an item went into it. */
export interface PublishedSet {
  name: string
  itemId: string
  people: readonly string[]
  /** The number of people that is published with it; null where none is. */
  told: number | null
}

type Part = { kind: string; n?: number | null } | null

/**
 * Every figure of the scores that rests on answers, with the people it rests on, worked out from the answers themselves and not
 * from what scoring believes. A list in which somebody said that nothing comes to mind counts as theirs: they add a known nothing
 * to every figure over lists, and how many they are is a count over the level like any other.
 */
export function publishedSets(input: ScoreInput, scores: RoundScores): PublishedSet[] {
  const items = new Map(itemsOf(input.instrument).map((item) => [item.id, item]))
  const at = (itemId: string, levels: readonly Level[]) => answering(input, items.get(itemId), levels)
  const set = (name: string, itemId: string, levels: readonly Level[], part: Part): PublishedSet[] =>
    part?.kind === 'measured' ? [{ name, itemId, people: at(itemId, levels), told: part.n ?? null }] : []

  const ofItems = scores.items.flatMap(({ itemId, byLevel, across, gap }) => [
    ...LEVELS.flatMap((level) => {
      const own = byLevel[level]
      const agreement = own?.kind === 'measured' ? own.agreement : null
      return [
        ...set(`${level}`, itemId, [level], own),
        ...set(`agreement ${level}`, itemId, [level], agreement),
      ]
    }),
    ...set('across', itemId, LEVELS, across),
    ...set('gap', itemId, LEVELS, gap),
  ])
  const { signals } = scores
  const ofSignals =
    signals.kind === 'measured'
      ? signals.signals.map(({ itemId, n }) => {
          const told = LEVELS.find((level) => at(itemId, [level]).length === n)
          const people = at(itemId, told ? [told] : LEVELS)
          return { name: 'signal', itemId, people, told: n }
        })
      : []
  const byLevel = LEVELS.flatMap((level) => [
    ...set(`overload ${level}`, 'priorities', [level], scores.overload[level]),
    ...scores.illusion[level].flatMap((one) =>
      one.kind === 'measured' ? set(`illusion ${level}`, one.itemId, [level], one) : [],
    ),
    ...set(`order ${level}`, 'priorities', [level], scores.order[level]),
    ...set(`key results ${level}`, 'key-results', [level], scores.keyResults?.[level] ?? null),
  ])
  return [
    ...ofItems,
    ...ofSignals,
    ...byLevel,
    ...set('trade-offs', 'priorities', ['department'], scores.tradeOffs),
    ...set('handshake', 'dependencies', shownAt(scores, 'dependencies'), handshakeOf(scores)),
  ]
}

/** The figures of dependencies leave a level out that is too small for itself. */
function shownAt({ items }: RoundScores, itemId: string): Level[] {
  const byLevel = items.find((item) => item.itemId === itemId)?.byLevel
  return LEVELS.filter((level) => byLevel?.[level]?.kind === 'measured')
}

function handshakeOf({ handshake }: RoundScores): Part {
  return handshake?.kind === 'measured' ? handshake : null
}

function answering({ submissions }: ScoreInput, item: Item | undefined, levels: readonly Level[]): string[] {
  if (!item) throw new Error('a figure is told of an item that is not asked')
  return submissions
    .filter((submission) => levels.includes(submission.level) && counts(item, submission))
    .map(({ id }) => id)
}

/**
 * What a report tells of the change since the round before: beside each item's own sets those who answered it in both rounds, if
 * they are the ones compared. Lists are told of by those who named something.
 */
export function comparedSets(
  [first, second]: readonly [ScoreInput, ScoreInput],
  changes: ConstructChanges,
): PublishedSet[] {
  return itemsOf(second.instrument).flatMap((item) =>
    LEVELS.flatMap((level) => {
      const change = changes.constructs.find(({ construct }) => construct === item.construct)
      const told = change?.agreementByLevel[level]
      const isTold = told?.kind === 'moved' || told?.kind === 'inside-noise'
      if (!isTold || item.kind === 'number' || item.kind === 'text') return []
      const given = [first, second].map((input) =>
        input.submissions.filter((one) => one.level === level && namesSomething(item, one)),
      )
      const all = given.map((those, at): PublishedSet => setOf(item, `${level} ${at}`, those))
      // An item that either round does not show is in none of the figures.
      if (given.some((those, at) => those.length < ([first, second][at]?.round.smallestGroup ?? 0))) return []
      if (told.people !== 'matched') return all
      const both = new Set(
        (given[0] ?? []).flatMap(({ leadId }) =>
          given[1]?.some((other) => other.leadId === leadId) ? [leadId] : [],
        ),
      )
      const matched = given.map((those, at) =>
        setOf(
          item,
          `same people ${level} ${at}`,
          those.filter(({ leadId }) => both.has(leadId)),
        ),
      )
      return [...all, ...matched]
    }),
  )
}

function setOf(item: Item, name: string, those: readonly Submission[]): PublishedSet {
  return { name, itemId: `${item.id}, compared`, people: those.map(({ id }) => id), told: null }
}

function namesSomething(item: Item, submission: Submission): boolean {
  const answer = submission.answers[item.id]
  if (!counts(item, submission)) return false
  return answer?.state !== 'answered' || answer.value.kind !== 'lines' || answer.value.lines.length > 0
}

/** "Can't say" is an answer to who owns something, and to nothing else. */
function counts(item: Item, { answers, level }: Submission): boolean {
  const state = answers[item.id]?.state
  return (
    item.levels.includes(level) && (state === 'answered' || (item.kind === 'owner' && state === 'cant-say'))
  )
}

/** The sets of one item, as people who are in the same of them, and as rows over those. */
export function asMatrix(sets: readonly PublishedSet[]): { classes: PeopleClass[]; published: Published[] } {
  const members = sets.map(({ people }) => new Set(people))
  const byMembership = new Map<string, number>()
  for (const person of new Set(sets.flatMap(({ people }) => people))) {
    const key = members.map((set) => (set.has(person) ? '1' : '0')).join('')
    byMembership.set(key, (byMembership.get(key) ?? 0) + 1)
  }
  const classes = [...byMembership].map(([name, people]) => ({ name, people }))
  const published = sets.map((_, at) => classes.map(({ name }) => Number(name[at])))
  return { classes, published }
}
