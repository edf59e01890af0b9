import { group } from 'd3-array'
import { benchView } from '#app/themes/coding/bench-view.ts'
import type { CodingAct } from '#app/themes/coding/coding-step.ts'
import { type ItemCoding, linesByTheme } from '#app/themes/coding/item-coding.ts'
import { takeStep } from '#app/themes/coding/take-step.ts'

export const ACTIONS = [
  'lines moved',
  'lines taken out',
  'suggested joins',
  'joins with a nearest',
  'joins by hand',
  'rest confirmed at once',
] as const
export type Action = (typeof ACTIONS)[number]

export interface Session {
  lines: number
  themes: number
  actions: Record<Action, number>
  /** Joins that a person needs who starts with every line alone. */
  joinsFromScratch: number
}

/** Stands for a consultant who knows the right theme of every line. */
interface Player {
  coding: ItemCoding
  labels: ReadonlyMap<string, string>
  actions: Record<Action, number>
}

/**
 * Plays a consultant who mends a proposal on the bench until it is what the labels say, by the bench's own steps and with
 * what the bench offers. An action is a line that is moved or taken out, two themes that are joined, or the yes to all that
 * is left.
 *
 * @throws {Error} if the bench does not get there
 */
export function playSession(proposed: ItemCoding, labels: ReadonlyMap<string, string>): Session {
  const actions = Object.fromEntries(ACTIONS.map((action) => [action, 0])) as Record<Action, number>
  const player: Player = { coding: proposed, labels, actions }
  mendGroups(player)
  while (joinOffered(player) || joinNearest(player) || joinByHand(player));
  confirmRest(player)
  const themes = new Set(labels.values()).size
  const left = linesByTheme(player.coding)
  if (left.size !== themes || player.coding.themes.some(({ state }) => state !== 'confirmed'))
    throw new Error(`the session ends in ${left.size} themes and not in the ${themes} of the reference`)
  const lines = proposed.lines.length
  return { lines, themes, actions, joinsFromScratch: lines - themes }
}

export function countActions({ actions }: Session): number {
  return ACTIONS.reduce((sum, action) => sum + actions[action], 0)
}

function mendGroups(player: Player): void {
  for (const { themes } of benchView(player.coding).groups) for (const { id } of themes) mendGroup(player, id)
}

/**
 * The largest part of a group stays; of equal ones that which has no theme to go to. What does not belong goes where it does,
 * if there is such a theme; or out, together.
 */
function mendGroup(player: Player, themeId: string): void {
  const lineIds = player.coding.lines.filter((line) => line.themeId === themeId).map(({ id }) => id)
  const parts = [...group(lineIds, (id) => player.labels.get(id)).values()].sort(
    (a, b) =>
      b.length - a.length || Number(themeFor(player, a) !== null) - Number(themeFor(player, b) !== null),
  )
  for (const part of parts.slice(1)) {
    const target = themeFor(player, part)
    if (target) {
      const step = { kind: 'move' as const, lineIds: part, themeId: target, name: '' }
      act(player, step, 'lines moved', part.length)
    } else
      act(
        player,
        { kind: part.length > 1 ? 'split' : 'take-out', lineIds: part },
        'lines taken out',
        part.length,
      )
  }
}

/** The largest other theme in which lines of this kind are the most. */
function themeFor({ coding, labels }: Player, part: readonly string[]): string | null {
  const label = labels.get(part[0] ?? '')
  const here = coding.lines.find(({ id }) => id === part[0])?.themeId
  const fitting = [...linesByTheme(coding)]
    .filter(([themeId, lines]) => themeId !== here && mostOf(lines.map(({ id }) => labels.get(id))) === label)
    .sort(([, a], [, b]) => b.length - a.length)
  return fitting[0]?.[0] ?? null
}

function mostOf(labels: readonly (string | undefined)[]): string | undefined {
  return [...group(labels, (label) => label)].sort(([, a], [, b]) => b.length - a.length)[0]?.[0]
}

function joinOffered(player: Player): boolean {
  const join = benchView(player.coding).joins.find(({ themes: [a, b] }) => alike(player, a.id, b.id))
  if (!join) return false
  act(player, { kind: 'merge', themeIds: join.themes.map(({ id }) => id) }, 'suggested joins')
  return true
}

function joinNearest(player: Player): boolean {
  for (const { id, nearest } of benchView(player.coding).loose) {
    const right = nearest.find(({ themeId }) => alike(player, id, themeId))
    if (!right) continue
    act(player, { kind: 'merge', themeIds: [id, right.themeId] }, 'joins with a nearest')
    return true
  }
  return false
}

function joinByHand(player: Player): boolean {
  const themes = group(player.coding.themes, ({ id }) => labelOf(player, id))
  const apart = [...themes.values()].find(({ length }) => length > 1)
  const [a, b] = apart ?? []
  if (!a || !b) return false
  act(player, { kind: 'merge', themeIds: [a.id, b.id] }, 'joins by hand')
  return true
}

function confirmRest(player: Player): void {
  const themeIds = player.coding.themes.filter(({ state }) => state === 'proposed').map(({ id }) => id)
  if (themeIds.length > 0) act(player, { kind: 'accept', themeIds }, 'rest confirmed at once')
}

function act(player: Player, step: CodingAct, action: Action, times = 1): void {
  let made = player.coding.lines.length
  const prefix = `${Object.values(player.actions).join('-')}-`
  const hand = { coder: 'session', on: '2026-01-01', newId: () => prefix + ++made }
  const taken = takeStep(player.coding, { ...step, wordings: [] }, hand)
  if (!taken.ok) throw new Error(taken.error)
  player.coding = taken.coding
  player.actions[action] += times
}

function alike(player: Player, a: string, b: string): boolean {
  return labelOf(player, a) === labelOf(player, b)
}

/** By now every theme holds lines of one label only. */
function labelOf({ coding, labels }: Player, themeId: string): string | undefined {
  const line = coding.lines.find((candidate) => candidate.themeId === themeId)
  return labels.get(line?.id ?? '')
}
