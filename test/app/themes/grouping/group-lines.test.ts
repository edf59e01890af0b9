import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meaningComparer, wordComparer } from '#app/themes/grouping/comparer.ts'
import { groupingProposer } from '#app/themes/grouping/group-lines.ts'
import type { ProposalQuestion, ProposedGroup, TextEncoder } from '#app/themes/proposal.ts'
import { englishDictionary } from '#app/themes/reading/english.server.ts'

const byWords = groupingProposer(wordComparer(), englishDictionary(), async () => {})

function question(
  texts: readonly (readonly [person: string, text: string])[],
  rest: Partial<ProposalQuestion> = {},
): ProposalQuestion {
  const lines = texts.map(([person, text], at) => ({ id: `l${at}`, person, text }))
  return Object.freeze({
    question: 'What comes first?',
    lines,
    glossary: [],
    keep: { together: [], apart: [] },
    known: [],
    ...rest,
  })
}

const DEPOTS = [
  ['anna', 'Repair the depot roofs'],
  ['ben', 'Depot roofs repaired'],
  ['cem', 'Night trains on time'],
  ['dora', 'Punctual night trains'],
  ['eli', 'Cheaper insurance'],
] as const

const groupOf = (groups: readonly ProposedGroup[], id: string) =>
  groups.find(({ lineIds }) => lineIds.includes(id))!

test('lines that share their words are one group, called by one of its lines', async () => {
  const { groups, proposerId } = await byWords.propose(question(DEPOTS))
  expect(proposerId).toBe('lexical-1/reading-1')
  expect(groups.map(({ lineIds }) => lineIds)).toEqual([['l0', 'l1'], ['l2', 'l3'], ['l4']])
  const roofs = groupOf(groups, 'l0')
  expect(['Repair the depot roofs', 'Depot roofs repaired']).toContain(roofs.name)
  expect(roofs.keywords).toContain('depot')
  expect(groupOf(groups, 'l4')).toMatchObject({ confidence: 1, name: 'Cheaper insurance', keywords: [] })
})

test('every line is told its three nearest groups besides its own, the nearest first', async () => {
  const { nearest, groups } = await byWords.propose(question([...DEPOTS, ['fay', 'Porters at the depot']]))
  expect(nearest.map(({ lineId }) => lineId).sort()).toEqual(['l0', 'l1', 'l2', 'l3', 'l4', 'l5'])
  const lone = await byWords.propose(question(DEPOTS))
  expect(
    lone.nearest
      .find(({ lineId }) => lineId === 'l0')
      ?.groups.map(({ lineIds }) => lineIds[0])
      .sort(),
  ).toEqual(['l2', 'l4'])
  for (const { lineId, groups: near } of nearest) {
    expect(near.map(({ lineIds }) => lineIds)).not.toContainEqual(groupOf(groups, lineId).lineIds)
    expect(near.length).toBeLessThanOrEqual(3)
    const values = near.map(({ similarity }) => similarity)
    expect(values).toEqual([...values].sort((a, b) => b - a))
  }
})

test('two lines of one person are suggested to be one, with the reason, and never joined', async () => {
  const { groups, suggestions } = await byWords.propose(
    question([
      ['anna', 'Repair the depot roofs'],
      ['anna', 'Depot roofs repaired'],
    ]),
  )
  expect(groups).toHaveLength(2)
  expect(suggestions).toHaveLength(1)
  expect(suggestions[0]).toMatchObject({ lineIds: [['l0'], ['l1']], samePerson: true })
  expect(suggestions[0]?.why).toMatch(/^both say: .*depot.*; alike 0\.\d\d$/)
})

test('a theme of an earlier round gathers the lines that fit it, and gives its name', async () => {
  const known = [
    { id: 'k1', name: 'Punctuality', lineTexts: ['Night trains on time again', 'All trains on time'] },
  ]
  const { groups } = await byWords.propose(question(DEPOTS, { known }))
  expect(groupOf(groups, 'l2')).toMatchObject({ knownId: 'k1', name: 'Punctuality', lineIds: ['l2', 'l3'] })
  expect(groupOf(groups, 'l0').knownId).toBeNull()
  expect(groups.flatMap(({ lineIds }) => lineIds).sort()).toEqual(['l0', 'l1', 'l2', 'l3', 'l4'])
})

test('a line that says the opposite of its group is flagged', async () => {
  const { groups } = await byWords.propose(
    question([
      ['anna', 'Raise the ticket prices'],
      ['ben', 'Do not raise the ticket prices'],
      ['cem', 'Raise ticket prices now'],
    ]),
  )
  expect(groupOf(groups, 'l1').opposed).toEqual({ lineIds: ['l1'], why: 'says “not” where others do not' })
})

test('nothing asked, nothing answered', async () => {
  const proposal = await byWords.propose(question([]))
  expect(proposal).toMatchObject({ groups: [], suggestions: [], nearest: [], careful: [], free: [] })
})

/** Whole rounds with decisions, from few words so that many lines are alike. */
const rounds = fc
  .record({
    lines: fc.array(
      fc.tuple(
        fc.constantFrom('anna', 'ben', 'cem', 'dora'),
        fc.array(fc.constantFrom('depot', 'roof', 'train', 'night', 'prices', 'not', 'raise', 'ERP'), {
          minLength: 0,
          maxLength: 4,
        }),
      ),
      { minLength: 1, maxLength: 14 },
    ),
    together: fc.array(fc.array(fc.nat(13), { minLength: 2, maxLength: 4 }), { maxLength: 2 }),
    apart: fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 3 }),
    withKnown: fc.boolean(),
  })
  .map(({ lines, together, apart, withKnown }) => {
    const asked = question(lines.map(([person, words]) => [person, words.join(' ')] as const))
    const id = (place: number) => `l${place % lines.length}`
    const joined = together.map((places) => [...new Set(places.map(id))])
    const home = (line: string) => joined.findIndex((set) => set.includes(line))
    // A person does not say of the same two lines that they belong together and that they do not.
    const overlapping = joined.flat()
    const parted = apart
      .map(([a, b]): [string, string] => [id(a), id(b)])
      .filter(([a, b]) => a !== b && !(overlapping.includes(a) && overlapping.includes(b)))
      .filter(([a, b]) => home(a) !== home(b) || home(a) < 0)
    const known = withKnown ? [{ id: 'k', name: 'Night trains', lineTexts: ['night train'] }] : []
    return { ...asked, keep: { together: joined, apart: parted }, known }
  })

test('whatever is asked, the answer is a partition that keeps to all decisions', async () => {
  await fc.assert(
    fc.asyncProperty(rounds, async (asked) => {
      const { groups, careful, free, suggestions } = await byWords.propose(asked)
      const ids = asked.lines.map(({ id }) => id).sort()
      const personOf = new Map(asked.lines.map(({ id, person }) => [id, person]))
      const decided = asked.keep.together.flat()
      for (const partition of [groups.map(({ lineIds }) => lineIds), careful, free]) {
        expect(partition.flat().sort()).toEqual(ids)
        for (const set of asked.keep.together)
          expect(partition.filter((lineIds) => set.some((id) => lineIds.includes(id)))).toHaveLength(1)
        for (const [a, b] of asked.keep.apart)
          expect(partition.find((lineIds) => lineIds.includes(a))).not.toContain(b)
        for (const lineIds of partition) {
          const people = lineIds.filter((id) => !decided.includes(id)).map((id) => personOf.get(id))
          expect(new Set(people).size).toBe(people.length)
        }
      }
      const confidences = suggestions.map(({ confidence }) => confidence)
      expect(confidences).toEqual([...confidences].sort((a, b) => b - a))
      for (const [a, b] of asked.keep.apart)
        for (const {
          lineIds: [one, other],
        } of suggestions)
          expect((one.includes(a) && other.includes(b)) || (one.includes(b) && other.includes(a))).toBe(false)
    }),
    { numRuns: 150 },
  )
})

test('the order in which lines come changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(rounds, fc.infiniteStream(fc.nat()), async (asked, keys) => {
      const shuffled = [...asked.lines]
        .map((line) => ({ line, key: keys.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ line }) => line)
      expect(await byWords.propose({ ...asked, lines: shuffled })).toEqual(await byWords.propose(asked))
    }),
    { numRuns: 60 },
  )
})

/** Vectors given by hand: lines about trains point one way, all else another; a made-up encoder has no thresholds. */
const byHand: TextEncoder = {
  id: 'by-hand',
  dimensions: 2,
  embed: async (texts) => texts.map((text) => Float32Array.from(/train/i.test(text) ? [1, 0] : [0, 1])),
}

test('an encoder without a calibration record is refused: the thresholds of another would mean nothing', () => {
  expect(() => meaningComparer(byHand)).toThrow('no thresholds are known for by-hand')
})

test('lines without a common word are joined where their vectors say so', async () => {
  const encoder = { ...byHand, id: 'minilm-l6-v2' }
  const topicless = {
    ...encoder,
    dimensions: 384,
    embed: async (texts: readonly string[]) => texts.map((text) => planted(text)),
  }
  const proposer = groupingProposer(meaningComparer(topicless), englishDictionary(), async () => {})
  const { groups } = await proposer.propose(
    question([
      ['anna', 'Train punctuality'],
      ['ben', 'Delayed train rides'],
      ['cem', 'Cheaper insurance'],
      ['dora', 'Bigger kitchens'],
    ]),
  )
  expect(groupOf(groups, 'l0').lineIds).toEqual(['l0', 'l1'])
  expect(groups).toHaveLength(3)
})

function planted(text: string): Float32Array {
  const vector = new Float32Array(384)
  vector[/train/i.test(text) ? 0 : text.length] = 1
  return vector
}
