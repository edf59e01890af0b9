import { LONGEST_COMMITMENT, MOST_COMMITMENTS } from '#app/questionnaire/commitments.ts'
import { sameName } from '#app/rounds/named-list.ts'
import type { Plan } from '../plan/plan.ts'
import { shortened } from '../plan/shortened.ts'

/** What a round can ask how far it has come, out of a plan. */
export interface CommitmentsToAsk {
  asked: string[]
  /** As many as the questionnaire has no room for. */
  left: number
}

interface Dated {
  words: string
  due: string
}

/**
 * Open decisions, and work that was agreed to stop: did it stop? Decisions that are due soonest come first. Where there are more than can be asked,
 * neither kind crowds out the other.
 */
export function commitmentsToAsk({
  decision,
  'not-now': notNow,
}: Pick<Plan, 'decision' | 'not-now'>): CommitmentsToAsk {
  const decisions = decision
    .filter(({ content }) => content.state === 'open')
    .map(({ content }) => ({ words: content.wording, due: content.due }))
  const stops = notNow
    .filter(({ content }) => content.state === 'agreed')
    .map(({ content }) => ({ words: `Stopped: ${content.work}`, due: '' }))
  const [fromDecisions, fromStops] = [wordsOf(decisions), wordsOf(stops)]
  const half = MOST_COMMITMENTS / 2
  const roomForStops = Math.max(half, MOST_COMMITMENTS - fromDecisions.length)
  const stopsAsked = fromStops.slice(0, roomForStops)
  const decisionsAsked = fromDecisions.slice(0, MOST_COMMITMENTS - stopsAsked.length)
  return {
    asked: [...decisionsAsked, ...stopsAsked],
    left: fromDecisions.length + fromStops.length - decisionsAsked.length - stopsAsked.length,
  }
}

/** The soonest first, those without a day last, each once. */
function wordsOf(commitments: readonly Dated[]): string[] {
  const words = commitments
    .toSorted((one, other) => (one.due || '9999').localeCompare(other.due || '9999'))
    .map((commitment) => shortened(oneLine(commitment.words), LONGEST_COMMITMENT))
  const keys = words.map(sameName)
  return words.filter((_, index) => keys.indexOf(keys[index] ?? '') === index)
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
