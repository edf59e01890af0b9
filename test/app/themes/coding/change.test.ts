import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChange, changeBetween, inverse, isNoChange } from '#app/themes/coding/change.ts'
import type { CodingStep } from '#app/themes/coding/coding-step.ts'
import type { ItemCoding } from '#app/themes/coding/item-coding.ts'
import { takeProposal } from '#app/themes/coding/take-proposal.ts'
import { takeStep } from '#app/themes/coding/take-step.ts'
import { coding, group, hand, proposal } from './fixtures.ts'

const START = coding({ one: ['a', 'b', 'c'], two: ['d', 'e'], three: ['f'], four: ['g', 'h'] })
const LINES = START.lines.map(({ id }) => id)

/** Order is nothing in a codebook. */
function normal({ themes, lines, apart, proposal: last }: ItemCoding) {
  return {
    themes: themes.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    lines,
    apart: apart.map(String).sort(),
    last,
  }
}

const places = fc.array(fc.nat(20), { minLength: 1, maxLength: 3 })
const moves = fc.record({
  kind: fc.constantFrom(
    'accept',
    'reject',
    'merge',
    'apart',
    'move',
    'take-out',
    'split',
    'rename',
    'propose',
  ),
  places,
})
type Move = typeof moves extends fc.Arbitrary<infer Of> ? Of : never

function take(
  before: ItemCoding,
  { kind, places: [x = 0, y = 1, z = 2] }: Move,
  newId: () => string,
): ItemCoding {
  const theme = (place: number) => before.themes[place % before.themes.length]?.id ?? ''
  const line = (place: number) => LINES[place % LINES.length] ?? ''
  if (kind === 'propose') {
    const cut = 1 + (x % (LINES.length - 1))
    return takeProposal(before, proposal([group(LINES.slice(0, cut)), group(LINES.slice(cut))]), newId)
  }
  const acts: Record<string, object> = {
    accept: { themeIds: [theme(x), theme(y)] },
    reject: { themeId: theme(x) },
    merge: { themeIds: [...new Set([theme(x), theme(y), theme(z)])] },
    apart: { themeIds: [theme(x), theme(y)] },
    move: { lineIds: [line(x), line(y)], themeId: z % 2 ? theme(z) : null, name: 'Moved' },
    'take-out': { lineIds: [line(x), line(y)] },
    split: { lineIds: [line(x), line(y)] },
    rename: {},
  }
  const wordings = [{ themeId: theme(x), name: `Name ${y}`, definition: `Definition ${z}` }]
  const step = { kind, wordings, ...acts[kind] } as CodingStep
  const taken = takeStep(before, step, { ...hand(), newId })
  if (!taken.ok) throw new Error(taken.error)
  return taken.coding
}

test('whatever is done, undoing it step by step gives the start back, and redoing it the end', () => {
  fc.assert(
    fc.property(fc.array(moves, { maxLength: 12 }), (taken) => {
      let made = 0
      const newId = () => `new-${++made}`
      let now = START
      const changes = taken.map((move) => {
        const next = take(now, move, newId)
        const change = JSON.parse(JSON.stringify(changeBetween(now, next)))
        expect(normal(applyChange(now, change))).toEqual(normal(next))
        now = next
        return change
      })
      const end = normal(now)
      for (const change of changes.toReversed()) now = applyChange(now, inverse(change))
      expect(normal(now)).toEqual(normal(START))
      for (const change of changes) now = applyChange(now, change)
      expect(normal(now)).toEqual(end)
    }),
    { numRuns: 300 },
  )
})

test('every line has a theme and every theme a line, whatever is done', () => {
  fc.assert(
    fc.property(fc.array(moves, { maxLength: 12 }), (taken) => {
      let made = 0
      const end = taken.reduce((now, move) => take(now, move, () => `new-${++made}`), START)
      const themes = new Set(end.themes.map(({ id }) => id))
      const used = new Set(end.lines.map(({ themeId }) => themeId))
      expect(used).toEqual(themes)
      expect(end.lines.map(({ id }) => id)).toEqual(LINES)
    }),
    { numRuns: 300 },
  )
})

test('saving names that are the same changes nothing', () => {
  const wordings = START.themes.map(({ id, name }) => ({ themeId: id, name, definition: null }))
  const taken = takeStep(START, { kind: 'rename', wordings }, hand())
  expect(taken.ok && isNoChange(changeBetween(START, taken.coding))).toBe(true)
})
