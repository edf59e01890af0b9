import type { Edit, EditKind, StaleEdit } from './edit.ts'
import { sameFigures } from './same-figures.ts'
import { type KeyedPage, type Target, targetsOf } from './targets.ts'

type Maybe = Target | null

/** The edits that fit, by the place where they apply. */
export interface Resolved {
  edit(kind: EditKind, target: Maybe): Edit | null
  has(kind: EditKind, target: Maybe): boolean
  text(target: Maybe): string | null
  note(target: Maybe): string | null
  order(target: Maybe): string[] | null
  count(kind: EditKind): number
}

interface PlacedTarget extends Target {
  pageId: string
}

/**
 * Finds the place of each edit: the one with its key, where the same is said there; else the only one of its kind on the
 * same page that says the same, since a rule that is gone moves the numbers behind it. Whatever fits nowhere is stale.
 */
export function resolveEdits(
  pages: readonly KeyedPage[],
  edits: readonly Edit[],
): { resolved: Resolved; stale: StaleEdit[] } {
  const targets = pages.flatMap((keyed) =>
    targetsOf(keyed).map((target): PlacedTarget => ({ ...target, pageId: keyed.page.id })),
  )
  const placed = new Map<string, Edit>()
  const stale: StaleEdit[] = []
  const exact = (edit: Edit) => targets.find((target) => target.key === edit.target && fits(target, edit))
  const sorted = [...edits.filter(exact), ...edits.filter((edit) => !exact(edit))]
  for (const edit of sorted) {
    const target = exact(edit) ?? moved(targets, edit)
    const place = target && placeOf(edit.kind, target.key)
    if (place && !placed.has(place)) placed.set(place, edit)
    else stale.push({ edit, now: nowOf(targets, edit) })
  }
  return { resolved: resolvedFrom(placed), stale }
}

function fits(target: PlacedTarget, { kind, base }: Edit): boolean {
  return target.kinds.includes(kind) && sameFigures(target.base, base)
}

function moved(targets: readonly PlacedTarget[], edit: Edit): PlacedTarget | undefined {
  const pageId = edit.target.split(':')[0]
  const alike = targets.filter((target) => target.pageId === pageId && fits(target, edit))
  return alike.length === 1 ? alike[0] : undefined
}

function nowOf(targets: readonly PlacedTarget[], { target: key, kind }: Edit): StaleEdit['now'] {
  const target = targets.find((one) => one.key === key && one.kinds.includes(kind))
  return target ? { key: target.key, base: target.base } : null
}

function placeOf(kind: EditKind, key: string): string {
  return `${kind} ${key}`
}

function resolvedFrom(placed: ReadonlyMap<string, Edit>): Resolved {
  const edit = (kind: EditKind, target: Maybe) =>
    target ? (placed.get(placeOf(kind, target.key)) ?? null) : null
  const value = (kind: EditKind, target: Maybe) => edit(kind, target)?.value ?? null
  return {
    edit,
    has: (kind, target) => edit(kind, target) !== null,
    text: (target) => value('text', target),
    note: (target) => value('note', target),
    order: (target) => value('order', target)?.split('\n') ?? null,
    count: (kind) => [...placed.values()].filter((edit) => edit.kind === kind).length,
  }
}
