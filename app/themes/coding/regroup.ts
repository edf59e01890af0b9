import type { Codebook, CodedLine } from '../theme.ts'
import { type ItemCoding, type LinePair, linePair, linesByTheme, pairKey } from './item-coding.ts'

/**
 * A partition that the machine has made, laid under what a person has decided: confirmed themes stay as they are, a group that
 * holds lines of one of them goes to it, and pairs that were parted stay parted.
 *
 * @param partition groups of line ids
 */
export function regroupLoose(coding: ItemCoding, partition: readonly (readonly string[])[]): Codebook {
  const confirmed = new Set(coding.themes.filter(({ state }) => state === 'confirmed').map(({ id }) => id))
  const lineOf = new Map(coding.lines.map((line) => [line.id, line]))
  const target = new Map(coding.lines.map((line) => [line.id, line.themeId]))
  for (const group of partition) {
    const lines = group.flatMap((id) => lineOf.get(id) ?? [])
    const loose = lines.filter(({ themeId }) => !confirmed.has(themeId))
    const fixed = [...new Set(lines.map(({ themeId }) => themeId).filter((id) => confirmed.has(id)))]
    const [only] = fixed
    const own = fixed.length === 1 && only !== undefined ? only : `group of ${loose[0]?.id}`
    const members = lines.filter(({ themeId }) => themeId === own)
    for (const line of loose) {
      const joins = !isParted(coding.apart, line, members)
      target.set(line.id, joins ? own : `alone ${line.id}`)
      if (joins) members.push(line)
    }
  }
  return regrouped(coding, (line) => target.get(line.id) ?? line.themeId)
}

/** Themes joined wherever a group of the partition reaches from one into another and nobody has parted lines of the two. */
export function joinThemes(coding: ItemCoding, partition: readonly (readonly string[])[]): Codebook {
  const lines = linesByTheme(coding)
  const parent = new Map(coding.themes.map(({ id }) => [id, id]))
  const rootOf = (id: string): string => {
    const above = parent.get(id) ?? id
    return above === id ? id : rootOf(above)
  }
  const membersOf = (root: string) =>
    coding.themes.filter(({ id }) => rootOf(id) === root).flatMap(({ id }) => lines.get(id) ?? [])
  const themeOf = new Map(coding.lines.map((line) => [line.id, line.themeId]))
  for (const group of partition) {
    const [first, ...others] = [...new Set(group.flatMap((id) => themeOf.get(id) ?? []))]
    for (const other of others) {
      const [a, b] = [rootOf(first ?? ''), rootOf(other)]
      if (a !== b && !membersOf(b).some((line) => isParted(coding.apart, line, membersOf(a))))
        parent.set(b, a)
    }
  }
  return regrouped(coding, ({ themeId }) => rootOf(themeId))
}

function regrouped(coding: ItemCoding, themeOf: (line: CodedLine) => string): Codebook {
  const lines = coding.lines.map((line) => ({ ...line, themeId: themeOf(line) }))
  const ids = [...new Set(lines.map(({ themeId }) => themeId))]
  const nameOf = new Map(coding.themes.map(({ id, name }) => [id, name]))
  return { themes: ids.map((id) => ({ id, itemId: coding.itemId, name: nameOf.get(id) ?? id })), lines }
}

function isParted(apart: readonly LinePair[], line: CodedLine, members: readonly CodedLine[]): boolean {
  const parted = new Set(apart.map(pairKey))
  return members.some((member) => parted.has(pairKey(linePair(line.id, member.id))))
}
