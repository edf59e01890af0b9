import { numberWord } from '#app/diagnosis/people-words.ts'
import type { Level } from '#app/questionnaire/instrument.ts'
import type { PeopleCount } from '#app/scoring/measure.ts'
import { countInWords, likelyCount } from '#app/scoring/people-count.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'
import { heading, paragraph, said, table } from './blocks.ts'
import type { Block } from './document.ts'

/** What each level names of the official priorities, which were sealed before anybody answered. */
export function recallBlocks({ recall = [] }: RoundScores): Block[] {
  if (recall.length === 0) return []
  const total = numberWord(recall.length)
  const one = recall.length === 1
  const text = `Of the ${total} official ${one ? 'priority' : 'priorities'}, most senior leaders name ${known(recall, 'senior')} and most department leads ${known(recall, 'department')}.`
  const shown = recall
    .map(
      ({ priority, senior, department }) =>
        `${priority}: senior ${words(senior)}, department ${words(department)}`,
    )
    .join('; ')
  return [
    heading('The official priorities, sealed before the round opened'),
    paragraph(said(text, 'sealed-key', shown)),
    table(
      'People who name each official priority, in whatever words',
      ['Official priority', 'Senior team', 'Department leads'],
      recall.map(({ priority, senior, department }) => [priority, words(senior), words(department)]),
    ),
  ]
}

/** How many of the priorities more than half of a level name, by what may be shown of them. */
function known(recall: NonNullable<RoundScores['recall']>, level: Level): string {
  const counts = recall.map((one) => one[level]).filter((count) => count !== null)
  const most = counts.filter((count) => likelyCount(count) > count.of / 2).length
  return most === 0 ? 'none' : most === recall.length && most > 1 ? 'all of them' : numberWord(most)
}

function words(count: PeopleCount | null): string {
  return count ? countInWords(count) : 'cannot say'
}
