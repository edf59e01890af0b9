import type { Answer, Answers, Owner, Value } from '#app/answers/answer.ts'
import type { Instrument, Item, Level } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { pick, randomFor, shuffle } from '#scripts/simulate/random.ts'

export interface Place {
  index: number
  level: Level
}

const WORK = [
  'Keep customers',
  'Enter Portugal',
  'Fewer faults',
  'Hire drivers',
  'New depot',
  'Pay debts down',
]
/** Of a hundred answers, so many are left out, and so many say "can't say". */
const LEFT_OUT = 0.06
const CANT_SAY = 0.12

/** What a person says to every item of their level: any answer that the questionnaire allows, the same for the same seed. */
export function answersFor(
  instrument: Instrument,
  { index, level }: Place,
  roleIds: readonly string[],
  seed: number,
): Answers {
  const asked = itemsOf(instrument).filter(({ levels }) => levels.includes(level))
  return Object.fromEntries(
    asked.map((item) => [item.id, drawAnswer(item, roleIds, randomFor(seed, index, item.id))]),
  )
}

export function drawAnswer(item: Item, roleIds: readonly string[], random: () => number): Answer {
  const state = random()
  if (state < LEFT_OUT) return { state: 'skipped' }
  if (state < CANT_SAY) return { state: 'cant-say' }
  return { state: 'answered', value: drawValue(item, roleIds, random) }
}

function drawValue(item: Item, roleIds: readonly string[], random: () => number): Value {
  switch (item.kind) {
    case 'scale':
      return { kind: 'scale', point: 1 + Math.floor(5 * random()) }
    case 'owner':
      return { kind: 'owner', owner: drawOwner(roleIds, random) }
    case 'choice':
      return { kind: 'choice', option: pick(item.options, random).id, text: '' }
    case 'multi':
      return { kind: 'multi', options: item.options.map(({ id }) => id).filter(() => random() < 0.4) }
    case 'number':
      return { kind: 'number', number: item.min + Math.floor((item.max - item.min + 1) * random()) }
    case 'lines': {
      const texts = shuffle(WORK, random).slice(0, Math.floor(1.15 * item.most * random()))
      return { kind: 'lines', lines: texts.map((text) => ({ text, picks: {} })) }
    }
    case 'text':
      return {
        kind: 'text',
        text: `We ${pick(WORK, random).toLowerCase()} and stop ${random()}.`,
        mayQuote: true,
      }
  }
}

function drawOwner(roleIds: readonly string[], random: () => number): Owner {
  const kind = pick(['role', 'role', 'role', 'shared', 'nobody', 'offline'] as const, random)
  return kind === 'role' ? { kind, roleId: pick(roleIds, random) } : { kind }
}
