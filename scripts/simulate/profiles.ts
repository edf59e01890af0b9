import type { Answer, Answers, Line, Value } from '#app/answers/answer.ts'
import type { Instrument, Item, ItemOf } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { KEY_RESULTS, ONE_FIXES } from './own-words.ts'
import { pick, randomFor, shuffle } from './random.ts'
import type { Executives, ExecutivesLine, Person } from './read-executives.ts'

/**
 * How a simulated team answers. aligned: all near one healthy answer. split: two camps within each level. levels-apart:
 * each level agrees within itself, on opposite things. random: every answer uniform.
 */
export const PROFILES = ['aligned', 'split', 'levels-apart', 'random'] as const
export type Profile = (typeof PROFILES)[number]

export interface Team {
  executives: Executives
  instrument: Instrument
  /** Names of what the owner items and the pickers offer. */
  roles: readonly string[]
  departments: readonly string[]
}

/** The camp whose view a person holds; null where everyone answers at random. */
type Camp = 0 | 1 | null

interface Respondent {
  team: Team
  person: Person
  camp: Camp
  random: () => number
}

/** How often a member of a camp gives the camp's very answer, and not one beside it. */
const FAITHFUL = 0.85

/**
 * What every person answers. Roles and departments stand for their ids, as names: whoever posts the answers finds the
 * choice that bears the name. The same file, profile and seed give the same answers.
 */
export function drawAnswers(team: Team, profile: Profile, seed: number): Map<string, Answers> {
  const { people } = team.executives
  const drawn = people.map((person): [string, Answers] => {
    const camp = campOf(profile, person, people)
    const answers = itemsOf(team.instrument)
      .filter((item) => item.levels.includes(person.level))
      .map((item): [string, Answer] => {
        const random = randomFor(seed, profile, person.id, item.id)
        return [item.id, { state: 'answered', value: drawValue(item, { team, person, camp, random }) }]
      })
    return [person.id, Object.fromEntries(answers)]
  })
  return new Map(drawn)
}

/** In a split team neighbours on the list of their level belong to different camps. */
function campOf(profile: Profile, person: Person, people: readonly Person[]): Camp {
  if (profile === 'random') return null
  if (profile === 'aligned') return 0
  if (profile === 'levels-apart') return person.level === 'senior' ? 0 : 1
  const peers = people.filter((other) => other.level === person.level)
  return peers.indexOf(person) % 2 === 0 ? 0 : 1
}

function drawValue(item: Item, respondent: Respondent): Value {
  switch (item.kind) {
    case 'scale':
      return { kind: 'scale', point: drawPoint(item, respondent) }
    case 'owner':
      return { kind: 'owner', owner: { kind: 'role', roleId: drawRole(item, respondent) } }
    case 'choice':
      return drawChoice(item, respondent)
    case 'multi':
      return { kind: 'multi', options: drawOptions(item, respondent) }
    case 'number':
      return { kind: 'number', number: drawNumber(item, respondent) }
    case 'lines':
      return { kind: 'lines', lines: drawLines(item, respondent) }
    case 'text':
      return { kind: 'text', text: pick(ONE_FIXES, respondent.random), mayQuote: true }
  }
}

/** Camp 0 stands at the healthy second-best point, camp 1 at the unhealthy end. */
function drawPoint(item: ItemOf<'scale'>, { camp, random }: Respondent): number {
  if (camp === null) return 1 + Math.floor(random() * 5)
  const faithful = random() < FAITHFUL
  const healthy = camp === 0 ? (faithful ? 4 : 5) : faithful ? 1 : 2
  return item.healthyEnd === 'high' ? healthy : 6 - healthy
}

/** Each camp has an owner of its own for every item. */
function drawRole(item: Item, { team, camp, random }: Respondent): string {
  if (camp === null || random() > FAITHFUL + (1 - FAITHFUL) / 2) return pick(team.roles, random)
  return shuffle(team.roles, randomFor('owner', item.id))[camp] ?? pick(team.roles, random)
}

function drawChoice(item: ItemOf<'choice'>, { team, person, camp, random }: Respondent): Value {
  const byStrength = [...item.options].sort((a, b) => (b.strength ?? 0) - (a.strength ?? 0))
  const own = camp === 0 ? byStrength[0] : byStrength.at(-1)
  const beside = camp === 0 ? byStrength[1] : byStrength.at(-2)
  const chosen = camp === null ? undefined : random() < FAITHFUL ? own : beside
  const option = (chosen ?? pick(item.options, random)).id
  if (item.specify?.option !== option) return { kind: 'choice', option, text: '' }
  const stops = team.executives.questions[1]?.lines ?? []
  const theirs = stops.filter((line) => line.person === person.id)
  const given = pick(theirs.length > 0 ? theirs : stops, random)
  return { kind: 'choice', option, text: given.text }
}

function drawOptions(item: ItemOf<'multi'>, { camp, random }: Respondent): string[] {
  if (camp === 1) return []
  return item.options.filter(() => camp === 0 || random() < 0.5).map((option) => option.id)
}

/** Low counts are healthy (initiatives, objectives); an estimate of agreement, out of ten, is what the camp believes. */
function drawNumber(item: ItemOf<'number'>, { camp, random }: Respondent): number {
  const widest = Math.min(item.max, 20) - item.min
  if (camp === null) return item.min + Math.floor(random() * (widest + 1))
  const estimate = item.max === 10
  const share = estimate === (camp === 0) ? 0.8 : 0.2
  return item.min + Math.round(widest * share + (random() < FAITHFUL ? 0 : 1))
}

function drawLines(item: ItemOf<'lines'>, respondent: Respondent): Line[] {
  const { team, person, camp, random } = respondent
  const open = itemsOf(team.instrument).filter(({ kind }) => kind === 'lines')
  const question = team.executives.questions[open.indexOf(item)]
  if (!question) return drawKeyResults(item, camp, random)
  const theirs = question.lines.filter((line) => line.person === person.id)
  const drawn =
    camp === null
      ? differentThemes(shuffle(question.lines, random)).slice(0, Math.max(1, theirs.length))
      : campLines(question.lines, camp, item, random)
  return drawn
    .slice(0, item.most)
    .map((line) => ({ text: line.text, picks: drawPicks(item, line, respondent) }))
}

/** The camp's own themes in its own order, each in the words of anyone who named it. */
function campLines(
  lines: readonly ExecutivesLine[],
  camp: 0 | 1,
  item: ItemOf<'lines'>,
  random: () => number,
) {
  const themes = themesByMentions(lines)
  const size = Math.min(item.asked, Math.floor(themes.length / 2))
  const own = themes.slice(camp * size, camp * size + size)
  if (random() > FAITHFUL) own.push(...own.splice(-2, 1))
  return own.map((theme) =>
    pick(
      lines.filter((line) => line.theme === theme),
      random,
    ),
  )
}

function themesByMentions(lines: readonly ExecutivesLine[]): string[] {
  const mentions = new Map<string, number>()
  for (const { theme } of lines) mentions.set(theme, (mentions.get(theme) ?? 0) + 1)
  return [...mentions].sort((a, b) => b[1] - a[1]).map(([theme]) => theme)
}

/** Nobody means to name the same matter twice. */
function differentThemes(lines: readonly ExecutivesLine[]): ExecutivesLine[] {
  return lines.filter((line, index) => lines.findIndex(({ theme }) => theme === line.theme) === index)
}

/** Whoever belongs to a camp knows where a dependency runs: the same two departments for the same theme. */
function drawPicks(item: ItemOf<'lines'>, line: ExecutivesLine, { team, camp, random }: Respondent) {
  const order = shuffle(team.departments, camp === null ? random : randomFor('pick', line.theme))
  return Object.fromEntries(item.pickers.map((picker, index) => [picker.id, order[index] ?? '']))
}

/** The file has no key results: the healthy camp writes results, the other one work, and chance takes from both. */
function drawKeyResults(item: ItemOf<'lines'>, camp: Camp, random: () => number): Line[] {
  const pool =
    camp === null
      ? [...KEY_RESULTS.results, ...KEY_RESULTS.work]
      : KEY_RESULTS[camp === 0 ? 'results' : 'work']
  return shuffle(pool, random)
    .slice(0, Math.min(item.most, 3))
    .map((text) => ({ text, picks: {} }))
}
