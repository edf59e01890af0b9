import type { Answer, Answers, Value } from '#app/answers/answer.ts'
import type { Item, ItemOf } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { drawLines } from './draw-lines.ts'
import { ONE_FIXES } from './own-words.ts'
import { pick, randomFor, shuffle } from './random.ts'
import type { Person } from './read-executives.ts'
import { type Camp, FAITHFUL, type Respondent, type Team } from './respondent.ts'

/**
 * How a simulated team answers. aligned: all near one healthy answer. split: two camps within each level. levels-apart:
 * each level agrees within itself, on opposite things. random: every answer uniform.
 */
export const PROFILES = ['aligned', 'split', 'levels-apart', 'random'] as const
export type Profile = (typeof PROFILES)[number]

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
