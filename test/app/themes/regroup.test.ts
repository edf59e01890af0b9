import { describe, expect, test } from 'vitest'
import type { ItemCoding } from '#app/themes/coding/item-coding.ts'
import { joinThemes, regroupLoose } from '#app/themes/coding/regroup.ts'
import type { Codebook, CodedTheme, ThemeState } from '#app/themes/theme.ts'

const theme = (id: string, state: ThemeState): CodedTheme => ({
  id,
  itemId: 'stops',
  name: id,
  definition: '',
  state,
  coder: null,
  decidedOn: null,
  knownId: null,
})

/** Themes by name with their lines; a capital letter makes one confirmed. */
function coding(themes: Record<string, string[]>, apart: ItemCoding['apart'] = []): ItemCoding {
  return Object.freeze({
    itemId: 'stops',
    themes: Object.keys(themes).map((id) => theme(id, id === id.toUpperCase() ? 'confirmed' : 'proposed')),
    lines: Object.entries(themes).flatMap(([themeId, ids]) =>
      ids.map((id, position) => ({ id, submissionId: id, itemId: 'stops', position, text: id, themeId })),
    ),
    apart,
    proposal: null,
  })
}

/** The groups as sets of line ids, in a fixed order. */
function groups({ lines }: Codebook): string[] {
  const byTheme = new Map<string, string[]>()
  for (const { id, themeId } of lines) byTheme.set(themeId, [...(byTheme.get(themeId) ?? []), id])
  return [...byTheme.values()].map((ids) => ids.sort().join('')).sort()
}

describe('what the machine would group, under what a person has decided', () => {
  test('loose lines go where the partition puts them', () => {
    expect(groups(regroupLoose(coding({ x: ['a'], y: ['b'], z: ['c'] }), [['a', 'b'], ['c']]))).toEqual([
      'ab',
      'c',
    ])
  })

  test('a confirmed theme keeps its lines and takes loose ones in', () => {
    const given = coding({ ONE: ['a', 'b'], x: ['c'], y: ['d'] })
    expect(
      groups(
        regroupLoose(given, [
          ['a', 'c'],
          ['b', 'd'],
        ]),
      ),
    ).toEqual(['abcd'])
    expect(groups(regroupLoose(given, [['a'], ['b'], ['c', 'd']]))).toEqual(['ab', 'cd'])
  })

  test('two confirmed themes are never joined by loose lines between them', () => {
    const given = coding({ ONE: ['a'], TWO: ['b'], x: ['c'] })
    expect(groups(regroupLoose(given, [['a', 'b', 'c']]))).toEqual(['a', 'b', 'c'])
  })

  test('lines that were parted stay parted', () => {
    const given = coding({ x: ['a'], y: ['b'], z: ['c'] }, [['a', 'b']])
    expect(groups(regroupLoose(given, [['a', 'b', 'c']]))).toEqual(['ac', 'b'])
  })
})

describe('confirmed themes joined more freely', () => {
  test('wherever a group reaches from one into the other', () => {
    const given = coding({ ONE: ['a', 'b'], TWO: ['c'], THREE: ['d'] })
    expect(groups(joinThemes(given, [['b', 'c'], ['d']]))).toEqual(['abc', 'd'])
  })

  test('but not where a person has parted lines of the two', () => {
    const given = coding({ ONE: ['a', 'b'], TWO: ['c'] }, [['a', 'c']])
    expect(groups(joinThemes(given, [['b', 'c']]))).toEqual(['ab', 'c'])
  })
})
