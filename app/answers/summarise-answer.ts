import type { Item, ItemOf, Option } from '#app/questionnaire/instrument.ts'
import type { Department, Role } from '#app/rounds/engagement.ts'
import type { Answer, Line, Value, ValueOf } from './answer.ts'
import { ownerInWords } from './owner-choices.ts'
import { english, type Say } from './words.ts'

/** The names that answers refer to by id. */
export interface Names {
  departments: readonly Department[]
  roles: readonly Role[]
}

/** One answer in words, whole, for the one who gave it. The four states never read alike. */
export function summariseAnswer(
  item: Item,
  answer: Answer | undefined,
  names: Names,
  say: Say = english,
): string {
  switch (answer?.state) {
    case 'answered':
      return summariseValue(item, answer.value, names, say)
    case 'cant-say':
      return say('answer.cant-say')
    case 'not-applicable':
      return say('answer.not-applicable')
    default:
      return say('answer.empty')
  }
}

function summariseValue(item: Item, value: Value, names: Names, say: Say): string {
  if (item.kind === 'lines' && value.kind === 'lines') return summariseLines(item, value.lines, names)
  if (item.kind === 'scale' && value.kind === 'scale') return labelOfPoint(item, value.point, say)
  if (item.kind === 'owner' && value.kind === 'owner') return ownerInWords(value.owner, names.roles, say)
  if (item.kind === 'choice' && value.kind === 'choice') return summariseChoice(item, value)
  if (item.kind === 'multi' && value.kind === 'multi')
    return summariseOptions(item.options, value.options, say)
  if (item.kind === 'number' && value.kind === 'number') return `${value.number} ${item.unit}`.trim()
  if (item.kind === 'text' && value.kind === 'text')
    return value.mayQuote ? value.text : say('answer.not-quoted', { text: value.text })
  throw new Error(`item "${item.id}" is of kind ${item.kind}, its answer of kind ${value.kind}`)
}

function summariseLines(item: ItemOf<'lines'>, lines: readonly Line[], { departments }: Names): string {
  if (lines.length === 0) return item.nothingLabel
  return lines
    .map((line, index) => `${index + 1}. ${line.text}${picksInWords(item, line, departments)}`)
    .join('\n')
}

function picksInWords(item: ItemOf<'lines'>, line: Line, departments: readonly Department[]): string {
  const nameOf = (id: string | undefined) => departments.find((department) => department.id === id)?.name
  const picks = item.pickers.flatMap(({ id, label }) => {
    const name = nameOf(line.picks[id])
    return name ? [`${label.toLowerCase()} ${name}`] : []
  })
  return picks.length > 0 ? ` (${picks.join(', ')})` : ''
}

function labelOfPoint(item: ItemOf<'scale'>, point: number, say: Say): string {
  return item.labels[point - 1] || say('answer.point', { point, of: item.labels.length })
}

function summariseChoice(item: ItemOf<'choice'>, { option, text }: ValueOf<'choice'>): string {
  const label = item.options.find(({ id }) => id === option)?.label ?? ''
  return text ? `${label}: ${text}` : label
}

function summariseOptions(options: readonly Option[], chosen: readonly string[], say: Say): string {
  if (chosen.length === 0) return say('answer.none')
  return options.flatMap(({ id, label }) => (chosen.includes(id) ? [label] : [])).join('; ')
}
