import { capitalise, numberWord } from '#app/diagnosis/people-words.ts'
import type { Construct } from '#app/questionnaire/instrument.ts'
import { LEVEL_NAMES, listed } from '#app/rounds/count-words.ts'
import { heading, note, paragraph, plain, said, table } from '../blocks.ts'
import type { ComparedFigure } from '../compared-figure.ts'
import type { Block, Sentence } from '../document.ts'
import type { StatementTurns } from '../statement-turns.ts'

/** What became of the sure statements of the earlier round, one by one, and which have come. */
export function statementBlocks(
  { gone, unjudged, stayed, come }: StatementTurns,
  compared: readonly ComparedFigure[],
  before: string,
): Block[] {
  const rows = [
    ...gone.map(({ then, now }) => [
      'Gone',
      then.name,
      capitalise(now),
      movedWords(then.construct, compared),
    ]),
    ...come.map((now) => ['Come', now.name, now.headline, movedWords(now.construct, compared)]),
    ...stayed.map(({ now }) => ['Stayed', now.name, now.headline, movedWords(now.construct, compared)]),
    // That its construct moved says nothing of what was not asked.
    ...unjudged.map(({ then, now }) => ['Cannot say', then.name, capitalise(now), 'says nothing of it']),
  ]
  if (rows.length === 0)
    return [heading('The statements'), note('Neither round has a sure statement about a problem.')]
  const counts = [
    `${howMany(gone.length)} gone`,
    `${howMany(come.length)} come`,
    `${howMany(stayed.length)} stayed`,
  ]
  return [
    heading('The statements'),
    paragraph(
      said(
        `Sure statements about problems: ${listed(counts)}.`,
        'rulebook',
        `${rows.length} rules that were sure in either round`,
      ),
      ...unjudgedSentences(unjudged.length, before),
      plain(
        'Where the agreement on its construct stayed inside the noise, a statement that crossed its line is a hint of change and no proof.',
      ),
    ),
    table(
      'Statement by statement',
      ['What', 'Statement', 'In this round', 'Agreement on its construct'],
      rows,
    ),
  ]
}

function howMany(count: number): string {
  return count === 0 ? 'none' : numberWord(count)
}

/** What is not asked again has not gone away, and must not read as if it had. */
function unjudgedSentences(count: number, before: string): Sentence[] {
  if (count === 0) return []
  const [many, they, stand] =
    count === 1
      ? ['One more was', 'it', 'stands']
      : [`${capitalise(numberWord(count))} more were`, 'they', 'stand']
  return [
    plain(
      `${many} not asked again in full or cannot be judged: ${they} ${stand} as “${before}” found ${count === 1 ? 'it' : 'them'}, neither solved nor confirmed.`,
    ),
  ]
}

/** "moved: senior team", "inside the noise". */
function movedWords(construct: Construct, compared: readonly ComparedFigure[]): string {
  const here = compared.filter((one) => one.construct === construct)
  if (here.length === 0) return 'not compared'
  const moved = here
    .filter(({ change }) => change.kind === 'moved')
    .map(({ level }) => LEVEL_NAMES[level].toLowerCase())
  return moved.length === 0 ? 'inside the noise' : `moved: ${listed(moved)}`
}
