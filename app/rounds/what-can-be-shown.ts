import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { counted, LEVEL_NAMES } from './count-words.ts'
import type { Lead } from './engagement.ts'
import { FEWEST_IN_OPEN_MODE, type PrivacyMode, SMALLEST_GROUP } from './round.ts'

/** What a report can say of one level, judged before anybody has answered. */
export interface LevelOutlook {
  level: Level
  invited: number
  /** How many must answer before the level is shown. */
  needed: number
  /** `if-enough`: as soon as the smallest group has answered. `never`: even if all answer. */
  shown: 'by-name' | 'if-enough' | 'never'
  sentence: string
}

export interface Outlook {
  levels: LevelOutlook[]
  /** Whether the report will be able to set the two levels side by side. */
  compared: boolean
  /** What to think about before the first invitation; empty where the round fits the team. */
  warnings: string[]
}

interface OutlookSettings {
  privacyMode: PrivacyMode
  smallestGroup: number
}

/** Teams of this size can hardly be shown without showing persons. */
const SMALL_TEAM = { least: 4, most: 7 } as const

/**
 * Which levels the report will be able to show, from the people to be invited and the smallest group. Told before the
 * first invitation: afterwards neither can be changed.
 */
export function whatCanBeShown(leads: readonly Pick<Lead, 'level'>[], settings: OutlookSettings): Outlook {
  const levels = LEVELS.map((level) => {
    const invited = leads.filter((lead) => lead.level === level).length
    return outlookOf(level, invited, settings)
  })
  const compared = levels.every(({ shown }) => shown !== 'never')
  return { levels, compared, warnings: warningsOf(levels, settings) }
}

function outlookOf(
  level: Level,
  invited: number,
  { privacyMode, smallestGroup }: OutlookSettings,
): LevelOutlook {
  const name = LEVEL_NAMES[level]
  const needed = fewestShown({ privacyMode, smallestGroup })
  const counts = { level, invited, needed }
  if (invited === 0) return { ...counts, shown: 'never', sentence: `${name}: nobody is invited.` }
  if (invited < needed) {
    const sentence = `${name}: ${invited} invited, fewer than ${needed}. Will not be shown, even if all answer.`
    return { ...counts, shown: 'never', sentence }
  }
  if (privacyMode === 'open') {
    const sentence = `${name}: ${counted(invited, 'person', 'people')}, shown by name with each one's consent.`
    return { ...counts, shown: 'by-name', sentence }
  }
  const sentence = `${name}: ${invited} invited. Shown once ${neededWords(needed, invited)}.`
  return { ...counts, shown: 'if-enough', sentence }
}

/** What came of it once a round is over, a sentence a level. */
export function whatIsShown(
  byLevel: readonly { label: string; done: number; invited: number }[],
  settings: OutlookSettings,
): string[] {
  const needed = fewestShown(settings)
  return byLevel.map(({ label, done, invited }) => {
    const end = done >= needed ? 'They are shown.' : `They are not shown: ${needed} are needed.`
    return `${label}: ${done} of ${invited} answered. ${end}`
  })
}

/** The fewest people of whom the report says anything. */
export function fewestShown({ privacyMode, smallestGroup }: OutlookSettings): number {
  return privacyMode === 'open' ? FEWEST_IN_OPEN_MODE : smallestGroup
}

function neededWords(needed: number, invited: number): string {
  if (needed === invited) return `all ${needed} have answered`
  return `${needed} have answered (${Math.round((100 * needed) / invited)}% of them)`
}

function warningsOf(
  levels: readonly LevelOutlook[],
  { privacyMode, smallestGroup }: OutlookSettings,
): string[] {
  const seniors = levels.find(({ level }) => level === 'senior')?.invited ?? 0
  const small = seniors >= SMALL_TEAM.least && seniors <= SMALL_TEAM.most
  const hidden = levels.filter(({ shown, invited }) => shown === 'never' && invited > 0)
  return [
    ...hidden.map(({ level, invited }) => tooFewWords(level, invited, privacyMode, smallestGroup)),
    ...levels.filter(isNarrow).map(narrowWords),
    ...(small && privacyMode !== 'open' ? [smallTeamWords(seniors)] : []),
    ...(privacyMode === 'open' && seniors > SMALL_TEAM.most ? [LARGE_OPEN_TEAM] : []),
    ...(privacyMode === 'unlinked' ? [UNLINKED_COST] : []),
  ]
}

function tooFewWords(level: Level, invited: number, privacyMode: PrivacyMode, smallestGroup: number): string {
  const name = `${LEVEL_NAMES[level]} (${invited} invited)`
  if (privacyMode === 'open')
    return `${name}: the report compares nothing below ${FEWEST_IN_OPEN_MODE} people.`
  return `${name} is smaller than the smallest group of ${smallestGroup}: the report will say nothing about it. Invite more people, or choose the open mode.`
}

function smallTeamWords(seniors: number): string {
  return `With ${seniors} senior leads, people guess who said what, whatever the report hides. The open mode is often the honest choice for so small a team: names stand beside answers, and each person agrees to that first.`
}

/** What a round can count on, as a share of those invited. A judgement of this project. */
const USUAL_RESPONSE = 0.85

/** Large enough only if more than the usual share answers. */
function isNarrow({ invited, needed, shown }: LevelOutlook): boolean {
  return shown === 'if-enough' && invited * USUAL_RESPONSE < needed
}

function narrowWords({ level, invited, needed }: LevelOutlook): string {
  const spare = invited - needed
  const lost = spare === 0 ? 'one who does not answer hides' : `${counted(spare + 1, 'missing answer')} hide`
  const remedy =
    needed > SMALLEST_GROUP.floor ? 'Invite more people, or set a smaller group' : 'Invite more people'
  return `${LEVEL_NAMES[level]} (${invited} invited): ${lost} the whole level. ${remedy}.`
}

const LARGE_OPEN_TEAM =
  'In a team of this size the open mode costs candour: people write what they would say in the room. Confidential is the usual choice from eight senior leads on.'

const UNLINKED_COST =
  'Unlinked answers cannot be corrected, and rounds cannot be compared person by person. Choose it where trust is low.'
