import type { Answer, Answers, Owner, Value } from '#app/answers/answer.ts'
import type { Instrument, Item, ItemOf } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import type { Department, Role } from '#app/rounds/engagement.ts'
import type { DemoClient } from './read-client.ts'

/** The client as it was entered: its departments and roles have got their ids. */
export interface EnteredClient {
  client: DemoClient
  departments: readonly Department[]
  roles: readonly Role[]
}

/** What one person of the demonstration answers to every item of the instrument. */
export function demoAnswers(entered: EnteredClient, personIndex: number, instrument: Instrument): Answers {
  const level = entered.client.people[personIndex]?.level
  const asked = itemsOf(instrument).filter((item) => level && item.levels.includes(level))
  return Object.fromEntries(asked.map((item) => [item.id, answerTo(item, entered, personIndex)]))
}

function answerTo(item: Item, entered: EnteredClient, index: number): Answer {
  const sign = signOf(item, entered.client, index)
  if (sign === '?') return { state: 'cant-say' }
  if (sign === null || sign === '.') return { state: 'skipped' }
  return { state: 'answered', value: valueFor(item, sign, entered, index) }
}

/** The person's cell in the item's row; the kinds that people put in their own words have no row. */
function signOf(item: Item, client: DemoClient, index: number): string | null {
  if (item.kind === 'lines' || item.kind === 'text') return ''
  if (item.id === 'tradeoff') return client.people[index]?.tradeoff === 'cant-say' ? '?' : ''
  const cell = client[item.kind][item.id]?.[index]
  if (cell === undefined) throw new Error(`the demonstration has no answers for ${item.id}`)
  return cell === null ? null : String(cell)
}

function valueFor(item: Item, sign: string, entered: EnteredClient, index: number): Value {
  switch (item.kind) {
    case 'scale':
      return { kind: 'scale', point: Number(sign) }
    case 'number':
      return { kind: 'number', number: Number(sign) }
    case 'owner':
      return { kind: 'owner', owner: ownerFor(sign, entered) }
    case 'choice':
      return item.id === 'tradeoff' ? tradeoffOf(entered.client, index) : choiceFor(item, sign)
    case 'multi':
      return { kind: 'multi', options: sign === '0' ? [] : [...sign].map((digit) => optionAt(item, digit)) }
    case 'text':
      return { kind: 'text', text: entered.client.people[index]?.oneFix ?? '', mayQuote: true }
    case 'lines':
      return { kind: 'lines', lines: linesFor(item, entered, index) }
  }
}

function ownerFor(sign: string, { client, roles }: EnteredClient): Owner {
  if (sign === 's') return { kind: 'shared' }
  if (sign === 'n') return { kind: 'nobody' }
  if (sign === 'o') return { kind: 'offline' }
  const role = roles.find(({ name }) => name === client.roles[sign])
  if (!role) throw new Error(`the sign ${sign} stands for no role`)
  return { kind: 'role', roleId: role.id }
}

function choiceFor(item: ItemOf<'choice'>, sign: string): Value {
  return { kind: 'choice', option: optionAt(item, sign), text: '' }
}

function tradeoffOf(client: DemoClient, index: number): Value {
  const said = client.people[index]?.tradeoff ?? 'nothing'
  return said === 'nothing'
    ? { kind: 'choice', option: 'nothing', text: '' }
    : { kind: 'choice', option: 'specific', text: said }
}

function optionAt(item: ItemOf<'choice'> | ItemOf<'multi'>, digit: string): string {
  const option = item.options[Number(digit) - 1]
  if (!option) throw new Error(`${item.id} has no option ${digit}`)
  return option.id
}

function linesFor(item: Item, { client, departments }: EnteredClient, index: number) {
  const person = client.people[index]
  if (!person) throw new RangeError(`there is no person ${index}`)
  if (item.id === 'key-results') return person.keyResults.map((text) => ({ text, picks: {} }))
  if (item.id === 'dependencies') {
    return person.dependencies.map(([, text, from, by]) => ({
      text,
      picks: { 'need-from': idOf(departments, from), 'needed-by': idOf(departments, by) },
    }))
  }
  const lines = item.id === 'stops' ? person.stops : person.priorities
  return lines.map(([, text]) => ({ text, picks: {} }))
}

function idOf(named: readonly { id: string; name: string }[], name: string): string {
  const found = named.find((one) => one.name === name)
  if (!found) throw new Error(`the client has no department ${name}`)
  return found.id
}
