import { NOT_JUDGED } from '#app/diagnosis/diagnose.ts'
import type { Diagnosis } from '#app/diagnosis/diagnosis.ts'
import { capitalise, numberWord } from '#app/diagnosis/people-words.ts'
import { currentRulebook, type Rule } from '#app/diagnosis/rulebook.ts'
import { denseTable, heading, note } from '../blocks.ts'
import type { Block } from '../document.ts'

type NotFired = Diagnosis['notFired'][number]

const CRITICAL = 3

export function isJudged({ reason }: NotFired): boolean {
  return !reason.startsWith(NOT_JUDGED)
}

/** Why the other statements do not stand here: the critical ones with their reason, the rest by name. */
export function notFoundBlocks(notFired: readonly NotFired[]): Block[] {
  if (notFired.length === 0) return [note('Every rule in the rulebook fired.')]
  const judged = notFired.filter(isJudged)
  if (judged.length === 0) {
    return [
      note(`None of the ${numberWord(notFired.length)} rules could be judged: too few people answered.`),
    ]
  }
  const critical = judged.filter((rule) => ruleOf(rule)?.severity === CRITICAL)
  const rest = judged.filter((rule) => !critical.includes(rule))
  const unjudged = notFired.filter((rule) => !judged.includes(rule))
  return [
    heading('Why not the others'),
    denseTable(
      `Looked for and not found, of the ${currentRulebook.rules.length} rules`,
      ['Rule', 'Reason'],
      [
        ...critical.map(({ name, reason }) => [name, capitalise(reason)]),
        ...namesOf(rest, 'problem', 'further problem'),
        ...namesOf(rest, 'strength', 'strength'),
        ...namesOf(unjudged, null, 'not judged, as a figure is missing'),
      ],
    ),
  ]
}

/** A row for all of a kind: "Nine further problems", and their names. */
function namesOf(rules: readonly NotFired[], kind: Rule['kind'] | null, what: string): string[][] {
  const told = rules.filter((rule) => kind === null || ruleOf(rule)?.kind === kind)
  if (told.length === 0) return []
  const plural = kind !== null && told.length > 1 ? 's' : ''
  return [
    [`${capitalise(numberWord(told.length))} ${what}${plural}`, told.map(({ name }) => name).join(' · ')],
  ]
}

function ruleOf({ ruleId }: NotFired): Rule | undefined {
  return currentRulebook.rules.find(({ id }) => id === ruleId)
}
