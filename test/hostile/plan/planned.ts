import { usualWork } from '#app/redesign/outcomes/usual-work.ts'
import type { HostileItem } from '../corpus.ts'
import { LIMITS, normalised, tidyName } from '../expected.ts'

/** One hostile text on its way through a plan, and the lead who owns whatever it stands in. */
export interface Planned {
  item: HostileItem
  text: string
  /** As it is stored where a line or a paragraph is asked for. */
  words: string
  lead: { name: string; email: string }
  /** Whether the lead bears the words as a name, so that mails and calendars carry them as one. */
  isNamed: boolean
}

/** One form of the plan: where it is sent, what is typed, and what is to be stored of it. */
export interface PlanForm {
  kind: string
  path: string
  fields: Record<string, string>
  stored: Record<string, unknown>
  /** The product refuses some words by what they say: day-to-day work is no objective. */
  mayRefuse?: boolean
}

export function plannedOf(items: readonly HostileItem[], start: number): Planned[] {
  const names = items.map(({ text }) => tidyName(text ?? '').toLocaleLowerCase('en'))
  return items.map((item, at) => {
    const text = item.text ?? ''
    const words = normalised(text).trim()
    const isFree = names.filter((name) => name === names[at]).length === 1
    const isNamed = isFree && words !== '' && words === tidyName(text) && words.length <= LIMITS.name
    return {
      item,
      text,
      words,
      lead: { name: isNamed ? words : `Xq ${start + at}`, email: `plan${start + at}@plan.example` },
      isNamed,
    }
  })
}

/** Whether a plan has room for it: a line takes 240 characters, and has to say something. */
export function fits({ words }: Planned): boolean {
  return words !== '' && words.length <= LIMITS.planLine
}

/** Every form of a plan with the text in all its fields, the days apart. `days` are today, and one within a fortnight. */
export function formsOf(planned: Planned, days: { first: string; due: string }): PlanForm[] {
  const { text, words, lead } = planned
  const { due, first } = days
  const mine = { owner: lead.name }
  const isWork = usualWork(words) !== null
  return [
    // An argument is kept once there is something to argue past.
    form(
      'priority',
      'priorities',
      { outcome: 1, tradeOff: 1 },
      { ...mine, argument: text, inPlaceOf: 'none' },
    ),
    form('not-now', 'not-now', { work: 1, reason: 1 }, { sponsor: lead.name, until: due, state: 'agreed' }),
    form('right', 'rights', { situation: 1, owner: 1, response: 1, cycle: 1, 'to.1': 1 }, { 'days.1': '3' }),
    form(
      'forum',
      'rhythm',
      { name: 1, purpose: 1, decides: 1, inputs: 1, outputs: 1, mustNotBecome: 1, members: 0, agenda: 0 },
      { ...mine, ...TIMES, startsOn: first, ownerMail: '1' },
    ),
    { ...form('objective', 'outcomes/objectives', { outcome: 1, owner: 1 }, {}), mayRefuse: isWork },
    form(
      'stage',
      'rollout/stages',
      { unit: 1, why: 1, criteria: 1 },
      { ...mine, stage: 'pilot', from: first, until: due, state: 'planned' },
    ),
    form('countermeasure', 'rollout/countermeasures', { action: 1 }, { ...mine, against: 'coaching', due }),
    form('decision', 'decisions', { wording: 1, note: 1 }, { ...mine, due }),
  ]

  /** Fields marked with 1 are stored as typed; the others are lists, a line each. */
  function form(
    kind: string,
    place: string,
    typed: Record<string, 0 | 1>,
    chosen: Record<string, string>,
  ): PlanForm {
    const names = Object.keys(typed)
    const texts = Object.fromEntries(names.map((name) => [name, text]))
    const kept = names.filter((name) => typed[name] === 1 && !name.includes('.'))
    const lists = names.filter((name) => typed[name] === 0)
    const stored = {
      ...Object.fromEntries(kept.map((name) => [name, words])),
      ...Object.fromEntries(lists.map((name) => [name, linesOf(words)])),
      ...(typed['to.1'] && { escalation: [{ to: words, withinDays: 3 }] }),
    }
    return { kind, path: `/plan/${place}/new`, fields: { ...texts, ...chosen }, stored }
  }
}

/** A key result needs the objective that it belongs to. */
export function resultForm({ text, words, lead }: Planned, objectiveId: string, due: string): PlanForm {
  const texts = ['wording', 'argument', 'baseline', 'target', 'current']
  return {
    kind: 'key-result',
    path: '/plan/outcomes/key-results/new',
    fields: {
      ...Object.fromEntries(texts.map((name) => [name, text])),
      dependencies: text,
      objectiveId,
      owner: lead.name,
      due,
      state: 'open',
    },
    stored: Object.fromEntries(texts.map((name) => [name, words])),
    mayRefuse: usualWork(words) !== null,
  }
}

const TIMES = {
  cadence: 'weekly',
  minutes: '30',
  startsAt: '09:00',
  timeZone: 'Europe/Berlin',
  onHoliday: 'drop',
}

function linesOf(words: string): string[] {
  const lines = words.split('\n').map((line) => line.trim())
  return [...new Set(lines.filter((line) => line !== ''))]
}
