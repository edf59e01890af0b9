import { listInstruments } from '../catalogue.ts'
import type { Instrument, Item } from '../instrument.ts'
import { findItem, itemsOf } from '../items.ts'

/** The first item of the shipped questionnaires that has this id. */
export function shippedItem(itemId: string): Item | undefined {
  return listInstruments().flatMap((instrument) => findItem(instrument, itemId) ?? [])[0]
}

/** Ids that items made when a round opens will have. */
export const KEPT_IDS = /^commitment-\d+$/

/**
 * What an own questionnaire may not be, although it has the right form: an item under a shipped id must mean what it means
 * there, since scoring and rules rest on it, and an id must go on meaning what it meant in an earlier version.
 */
export function meaningFaults(instrument: Instrument, earlier: readonly Instrument[]): string[] {
  return itemsOf(instrument).flatMap((item) => [...shippedFaults(item), ...earlierFaults(item, earlier)])
}

function shippedFaults(item: Item): string[] {
  if (KEPT_IDS.test(item.id)) return [`item "${item.id}": this id is kept for commitments`]
  const shipped = shippedItem(item.id)
  if (shipped) {
    return differences(item, shipped).map(
      (part) => `item "${item.id}": its ${part} must be that of the shipped item, or take an id of your own`,
    )
  }
  if (item.kind === 'scale' || item.kind === 'text') return []
  return [`item "${item.id}": an item of your own is a scale or a text, not of kind "${item.kind}"`]
}

function earlierFaults(item: Item, earlier: readonly Instrument[]): string[] {
  return earlier.flatMap((before) => {
    const old = findItem(before, item.id)
    const parts = old && !shippedItem(item.id) ? differences(item, old) : []
    return parts.map(
      (part) => `item "${item.id}": version ${before.version} has it with another ${part}; take a new id`,
    )
  })
}

/** The parts beside the words in which two items differ. */
function differences(item: Item, other: Item): string[] {
  if (item.kind !== other.kind) return ['kind']
  const [mine, theirs] = [structureOf(item), structureOf(other)]
  return Object.keys(theirs).filter((part) => JSON.stringify(mine[part]) !== JSON.stringify(theirs[part]))
}

function structureOf(item: Item): Record<string, unknown> {
  const { construct } = item
  switch (item.kind) {
    case 'scale':
      return { construct, 'healthy end': item.healthyEnd }
    case 'lines': {
      const { most, asked, ordered, themed, catalogueSize, pickers } = item
      const size = [most, asked, catalogueSize]
      return { construct, size, order: ordered, grouping: themed, pickers: pickers.map(({ id }) => id) }
    }
    case 'choice':
      return { construct, order: item.ordered, options: keysOf(item.options), specify: item.specify?.option }
    case 'multi':
      return { construct, options: keysOf(item.options) }
    case 'number':
      return { construct, range: [item.min, item.max] }
    default:
      return { construct }
  }
}

function keysOf(options: readonly { id: string; strength?: number | undefined }[]) {
  return options.map(({ id, strength }) => [id, strength ?? null])
}
