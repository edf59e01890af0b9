import { LEVELS } from '#app/questionnaire/instrument.ts'
import { counted } from './count-words.ts'
import type { Progress } from './progress.ts'
import type { Round } from './round.ts'
import { fewestShown } from './what-can-be-shown.ts'

/** Below this share of those invited, what the others think is anybody's guess. A judgement of this project. */
export const LOW_RESPONSE = 0.6

export interface GroupRisk {
  name: string
  /** `hidden`: the report would say nothing of this level. `thin`: it would rest on few of those invited. */
  kind: 'hidden' | 'thin'
  sentence: string
}

/** What would be wrong with the report if the round closed now, level by level. */
export function responseRisks(
  { byLevel }: Pick<Progress, 'byLevel'>,
  round: Pick<Round, 'privacyMode' | 'smallestGroup'>,
): GroupRisk[] {
  const needed = fewestShown(round)
  return LEVELS.flatMap((level): GroupRisk[] => {
    const group = byLevel.find(({ key }) => key === level)
    if (!group) return []
    const { label: name, done, invited } = group
    if (done < needed) return [{ name, kind: 'hidden', sentence: hiddenWords(name, invited, done, needed) }]
    if (done / invited >= LOW_RESPONSE) return []
    const sentence = `${name}: ${done} of ${invited} have answered. The report would show them, and the others may see it differently.`
    return [{ name, kind: 'thin', sentence }]
  })
}

function hiddenWords(name: string, invited: number, done: number, needed: number): string {
  if (invited < needed)
    return `${name}: ${invited} invited, fewer than ${needed}. The report cannot show them.`
  const more = needed - done
  return `${name}: ${counted(more, 'more answer is', 'more answers are')} needed, or the report says nothing of them.`
}
