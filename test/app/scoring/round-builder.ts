import type { Answer, Answers, Owner, Value } from '#app/answers/answer.ts'
import type { Submission } from '#app/answers/submission.ts'
import { type Instrument, instrumentSchema, type Level } from '#app/questionnaire/instrument.ts'
import type { PrivacyMode } from '#app/rounds/round.ts'
import type { ScoreInput } from '#app/scoring/score-input.ts'

const wording = 'What do you see?'
const often = ['Never', 'Rarely', 'Sometimes', 'Often', 'Constantly']
const lines = { kind: 'lines', wording, most: 5, asked: 3, catalogueSize: 12 }
const signal = { kind: 'scale', wording, labels: often, healthyEnd: 'low', construct: 'focus' }

/** One item of each kind, with the items that composed figures need. */
export const instrument: Instrument = instrumentSchema.parse({
  format: 'plumbline-instrument/1',
  id: 'small',
  version: 1,
  title: 'Small',
  purpose: 'Tests of the scoring room',
  minutes: '2',
  language: 'en-GB',
  sections: [
    {
      id: 'all',
      construct: 'alignment',
      title: 'All',
      items: [
        { ...lines, id: 'priorities', construct: 'alignment', ordered: true },
        { id: 'estimate-first', construct: 'alignment', kind: 'number', wording, min: 0, max: 10 },
        {
          id: 'tradeoff',
          construct: 'alignment',
          kind: 'choice',
          wording,
          ordered: false,
          specify: { option: 'specific', label: 'What?' },
          options: [
            { id: 'specific', label: 'Something specific', strength: 1 },
            { id: 'nothing', label: 'Nothing', strength: 0 },
            { id: 'unknown', label: "Don't know" },
          ],
        },
        { ...lines, id: 'stops', construct: 'alignment', ordered: false },
        {
          ...lines,
          id: 'dependencies',
          construct: 'alignment',
          ordered: false,
          pickers: ['need-from', 'needed-by'].map((id) => ({ id, label: id, options: 'departments' })),
        },
        {
          id: 'tiebreak',
          construct: 'alignment',
          kind: 'scale',
          wording,
          labels: ['Not at all', '', 'Partly', '', 'Fully'],
          healthyEnd: 'high',
        },
        { ...signal, id: 'added-midquarter' },
        { ...signal, id: 'hard-to-say-no' },
        { ...signal, id: 'all-green' },
        { ...signal, id: 'slow-crossfunctional' },
        { id: 'owns-outcome', construct: 'accountability', kind: 'owner', wording },
        {
          id: 'decision-lag',
          construct: 'decision-flow',
          kind: 'choice',
          wording,
          ordered: true,
          options: [
            { id: 'week', label: 'Same week', strength: 1 },
            { id: 'month', label: 'Within the month', strength: 0.5 },
            { id: 'never', label: 'Often never', strength: 0 },
          ],
        },
        {
          id: 'weekly-answers',
          construct: 'rhythm',
          kind: 'multi',
          wording,
          options: ['blocked', 'decided', 'next'].map((id) => ({ id, label: id, strength: 1 })),
        },
        { id: 'one-fix', construct: 'readiness', kind: 'text', wording },
      ],
    },
  ],
})

export const roles = Object.freeze(['coo', 'cpo', 'cto'].map((id) => ({ id, name: id.toUpperCase() })))

export const departments = Object.freeze(
  ['Sales', 'Data', 'Depots'].map((name) => ({ id: name.toLowerCase(), name })),
)

export const priorities = (...names: string[]): Said => ({ lines: names })
/** Lines of which each says who must provide and who waits; '' where nothing was picked. */
export const dependencies = (...pairs: (readonly [provider: string, waiting: string])[]): Said => ({
  lines: pairs.map(([provider, waiting]) => `${waiting} waits for ${provider}`),
  picks: pairs.map(([provider, waiting]) => ({ 'need-from': provider, 'needed-by': waiting })),
})
export const owner = (id: string): Said =>
  id === 'cant-say'
    ? { state: 'cant-say' }
    : {
        value: {
          kind: 'owner',
          owner: (roles.some((role) => role.id === id)
            ? { kind: 'role', roleId: id }
            : { kind: id, text: '' }) as Owner,
        },
      }
export const point = (at: number): Said => ({ value: { kind: 'scale', point: at } })
export const choose = (option: string): Said => ({ value: { kind: 'choice', option, text: '' } })
export const tick = (...options: string[]): Said => ({ value: { kind: 'multi', options } })
export const number = (value: number): Said => ({ value: { kind: 'number', number: value } })
export const cantSay: Said = { state: 'cant-say' }

type Said =
  | { lines: string[]; picks?: Record<string, string>[] }
  | { value: Value }
  | { state: 'cant-say' | 'not-applicable' }
/** What one person says, by item. */
export type Person = Readonly<Record<string, Said>>

/** A round in which each person said this; themes are the lines themselves, one theme a wording and item. */
export function roundOf(
  people: Readonly<Record<Level, readonly Person[]>>,
  settings: {
    mode?: PrivacyMode
    smallestGroup?: number
    redraws?: number
    /** Number of the first person of each level: two rounds share the people of the same numbers. */
    from?: number
    /** Department of a person by level and place; nobody has one otherwise. */
    departmentOf?: (level: Level, index: number) => string | null
  } = {},
): ScoreInput {
  const { from = 0, departmentOf = () => null } = settings
  const personsOf = (level: Level) =>
    people[level].map((said, index) => ({
      level,
      said,
      key: `${level.charAt(0)}${from + index}`,
      departmentId: departmentOf(level, index),
    }))
  const persons = [...personsOf('senior'), ...personsOf('department')]
  const mode = settings.mode ?? 'confidential'
  const submissions = persons.map(
    ({ level, said, key, departmentId }): Submission => ({
      id: `submission-${key}`,
      roundId: 'round',
      level,
      leadId: mode === 'unlinked' ? null : `lead-${key}`,
      departmentId: mode === 'unlinked' ? null : departmentId,
      answers: answersOf(said),
    }),
  )
  const coded = persons.flatMap(({ said, key }) =>
    Object.entries(said).flatMap(([itemId, answer]) =>
      'lines' in answer
        ? answer.lines.map((text, position) => ({
            id: `line-${key}-${itemId}-${position}`,
            submissionId: `submission-${key}`,
            itemId,
            position,
            text,
            themeId: `${itemId}:${text.toLowerCase()}`,
          }))
        : [],
    ),
  )
  const themes = [...new Map(coded.map((line) => [line.themeId, line])).values()].map((line) => ({
    id: line.themeId,
    itemId: line.itemId,
    name: line.text,
  }))
  return deepFreeze({
    instrument,
    round: { privacyMode: mode, smallestGroup: settings.smallestGroup ?? 5 },
    leads: persons.map(({ level, key, departmentId }) => ({
      id: `lead-${key}`,
      engagementId: 'engagement',
      name: `Name ${key}`,
      email: `${key}@example.com`,
      level,
      departmentId,
      jobTitle: '',
    })),
    roles,
    departments,
    submissions,
    codebook: { themes, lines: coded },
    redraws: settings.redraws ?? 100,
  })
}

/** The same person many times. */
export function times<Value>(count: number, value: Value): Value[] {
  return Array.from({ length: count }, () => value)
}

function answersOf(said: Person): Answers {
  return Object.fromEntries(Object.entries(said).map(([itemId, answer]) => [itemId, answerOf(answer)]))
}

function answerOf(said: Said): Answer {
  if ('state' in said) return { state: said.state }
  if ('value' in said) return { state: 'answered', value: said.value }
  return {
    state: 'answered',
    value: {
      kind: 'lines',
      lines: said.lines.map((text, line) => ({ text, picks: said.picks?.[line] ?? {} })),
    },
  }
}

export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) deepFreeze(part)
  }
  return value
}
