import type { EditKind } from './edit.ts'
import type { Place } from './targets.ts'

export const PLACE_WORDS: Record<Place, string> = {
  page: 'Page',
  title: 'Title',
  heading: 'Heading',
  statement: 'Statement',
  sentence: 'Sentence',
  list: 'List',
  figure: 'Chart',
  table: 'Table',
}

export const KIND_WORDS: Record<EditKind, string> = {
  text: 'Words',
  hide: 'Left out or shown',
  order: 'Order',
  note: 'Note to a chart',
}

/** Keys of one list, a line each, in their order. */
export function orderInWords(order: string): string {
  return order
    .split('\n')
    .map((key) => keyInWords(key).split(': ').at(-1))
    .join(' · ')
}

/** The key of a place as somebody reads it in a list. */
export function keyInWords(key: string): string {
  const [page = '', place = ''] = key.split(':')
  return `${page.replaceAll('-', ' ')}: ${place.replace('~', ' ').replaceAll('-', ' ')}`
}
