import type { Level } from '#app/questionnaire/instrument.ts'
import { counted, listed } from './count-words.ts'
import type { Department, Lead } from './engagement.ts'

export interface ProposedGroup {
  /** The departments that it holds; more than one where they are merged. */
  names: string[]
  invited: number
}

export interface GroupProposal {
  /** Every one holds the smallest group or more; empty where no division by department would. */
  groups: ProposedGroup[]
  sentences: string[]
}

type Invited = Pick<Lead, 'level' | 'departmentId' | 'jobTitle'>

interface Unit extends ProposedGroup {
  byLevel: Record<Level, number>
}

const NO_DEPARTMENT = 'those without a department'

/**
 * Departments as groups that can be spoken of, from the people to be invited and before anybody has answered: each that is
 * too small is merged with the next smallest until all hold the smallest group. Roles that one person holds are never a
 * group; they count within their level.
 */
export function proposeGroups(
  leads: readonly Invited[],
  departments: readonly Department[],
  smallestGroup: number,
): GroupProposal {
  const units = unitsOf(leads, departments)
  const merged = mergeUntil(units, smallestGroup)
  const declared = units.map(({ names: [name = ''] }) => name)
  const groups = merged.length > 1 ? inOrder(merged, declared) : []
  const sentences = [
    ...divisionWords(units, groups, smallestGroup),
    ...crossingWords(groups, smallestGroup),
    ...roleWords(leads),
  ]
  return { groups: groups.map(({ names, invited }) => ({ names, invited })), sentences }
}

function unitsOf(leads: readonly Invited[], departments: readonly Department[]): Unit[] {
  return [...departments, { id: null, name: NO_DEPARTMENT }]
    .map(({ id, name }) => {
      const own = leads.filter(({ departmentId }) => departmentId === id)
      const at = (level: Level) => own.filter((lead) => lead.level === level).length
      return {
        names: [name],
        invited: own.length,
        byLevel: { senior: at('senior'), department: at('department') },
      }
    })
    .filter(({ invited }) => invited > 0)
}

/** Ties fall to the order in which departments were listed, so that nothing depends on who is in them. */
function mergeUntil(units: readonly Unit[], smallestGroup: number): Unit[] {
  const bySize = units.toSorted((a, b) => a.invited - b.invited)
  const [smallest, next, ...rest] = bySize
  if (!smallest || smallest.invited >= smallestGroup) return bySize
  if (!next) return []
  const together: Unit = {
    names: [...smallest.names, ...next.names],
    invited: smallest.invited + next.invited,
    byLevel: {
      senior: smallest.byLevel.senior + next.byLevel.senior,
      department: smallest.byLevel.department + next.byLevel.department,
    },
  }
  return mergeUntil([together, ...rest], smallestGroup)
}

/** Groups and the departments in them as they were listed: the order in which they were merged says nothing. */
function inOrder(groups: readonly Unit[], declared: readonly string[]): Unit[] {
  const place = (name = '') => declared.indexOf(name)
  return groups
    .map((group) => ({ ...group, names: group.names.toSorted((a, b) => place(a) - place(b)) }))
    .sort((a, b) => place(a.names[0]) - place(b.names[0]))
}

function divisionWords(
  units: readonly Unit[],
  groups: readonly ProposedGroup[],
  smallestGroup: number,
): string[] {
  if (units.length < 2) return []
  if (groups.length === 0)
    return [`No two groups of departments hold ${smallestGroup} people each: speak of the levels only.`]
  const small = units.filter(({ invited }) => invited < smallestGroup)
  if (small.length === 0) return []
  const names = listed(small.map(({ names: [name = ''] }) => name))
  const verb = small.length === 1 ? 'is too small to be a group by itself' : 'are too small by themselves'
  return [`${capitalised(names)} ${verb} and would be spoken of only together with others, as above.`]
}

/**
 * Where both divisions are told, the difference of the two can come down to a few people: those of a department who are not
 * of its larger level. No smaller set of people can be reckoned out than the sum of these.
 */
function crossingWords(groups: readonly ProposedGroup[], smallestGroup: number): string[] {
  const crossing = crossingPeople(groups as readonly Unit[])
  if (crossing === 0 || crossing >= smallestGroup) return []
  return [
    `Tell figures by level or by these groups, never both: set against each other they would point at ${counted(crossing, 'person', 'people')}.`,
  ]
}

export function crossingPeople(groups: readonly Pick<Unit, 'byLevel'>[]): number {
  return groups.reduce((sum, { byLevel }) => sum + Math.min(byLevel.senior, byLevel.department), 0)
}

function roleWords(leads: readonly Invited[]): string[] {
  const titles = leads.map(({ jobTitle }) => jobTitle.trim().toLowerCase()).filter((title) => title !== '')
  const single = titles.filter((title) => titles.filter((other) => other === title).length === 1).length
  if (single === 0) return []
  const words =
    single === 1
      ? 'One job title is held by one person and counts'
      : `${single} job titles are held by one person each and count`
  return [`${words} within the level: a role of one is never shown by itself.`]
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
