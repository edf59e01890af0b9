import {
  type LevelCell,
  type LevelMatrixPart,
  type LevelMatrixRow,
  levelMatrix,
} from '#app/charts/level-matrix.ts'
import { GROUP_WORDS } from '#app/diagnosis/figure.ts'
import {
  addTallies,
  capitalise,
  numberWord,
  type Tally,
  tallyOf,
  tallyWords,
} from '#app/diagnosis/people-words.ts'
import { sidesWords } from '#app/diagnosis/sides-words.ts'
import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { listed } from '#app/rounds/count-words.ts'
import type { PeopleCount } from '#app/scoring/measure.ts'
import { countInWords, likelyCount } from '#app/scoring/people-count.ts'
import type { Collision, LevelItemScore, RoundScores, ThemeMentions } from '#app/scoring/round-scores.ts'
import { blankWords } from '../blank-words.ts'
import { figure, list, note, said } from '../blocks.ts'
import type { Block, Sentence } from '../document.ts'
import type { PageResult, ReportInput } from '../report-input.ts'
import { sensitivitySentences } from '../sensitivity-words.ts'
import { NOT_ASKED, shownScore, tooFewWords } from '../shown.ts'

type Sides = Record<Level, PeopleCount | null>

/** More rows than this are no longer read; what follows is named by the fewest. Rows with names are taller. */
const MOST_ROWS = 10
const MOST_ROWS_WITH_NAMES = 8

interface Stop {
  name: string
  stop: Sides
  namedBy: string[] | null
}

/** Page 8: what people would stop, and where somebody else’s priority is among it. */
export function stopsPage({ scores }: Pick<ReportInput, 'scores'>): PageResult {
  const what = 'What should stop'
  const item = scores.items.find(({ itemId }) => itemId === 'stops')
  if (!item) return { what, why: NOT_ASKED }
  const levels = LEVELS.filter((level) => shownScore(scores, 'stops', level))
  if (levels.length === 0) return { what, why: tooFewWords(scores, 'people of a level') }
  return {
    id: 'stops',
    title: titleOf(scores, levels),
    blocks: [
      ...chartBlocks(scores, levels),
      ...list([
        ...nameStopSentences(scores, levels),
        ...collisionSentences(scores),
        ...sensitivitySentences(scores, 'stops'),
      ]),
    ],
  }
}

function titleOf(scores: RoundScores, levels: readonly Level[]): string {
  const { collisions } = scores
  const able = ableToName(scores, levels)
  const who = levels.length > 1 ? 'leaders' : GROUP_WORDS[levels[0] ?? 'senior']
  const start = able
    ? `${capitalise(tallyWords(able))} ${who} can name work to stop`
    : `${capitalise(numberWord(stopsOf(scores, levels).length))} pieces of work are on a stop list`
  if (collisions.length === 0) return `${start}; none of it is a shared priority`
  return `${start}; ${collisions.length === 1 ? 'one priority is' : `${numberWord(collisions.length)} priorities are`} on somebody’s stop list`
}

/** People of the levels shown who named something to stop. */
function ableToName(scores: RoundScores, levels: readonly Level[]): Tally | null {
  const tallies = levels.flatMap((level) => {
    const able = canName(scores, level)
    return able ? [able] : []
  })
  const [first, ...rest] = tallies
  return first && tallies.length === levels.length ? rest.reduce(addTallies, first) : null
}

/** Everybody who answered but those to whom nothing came to mind. */
function canName(scores: RoundScores, level: Level): Tally | null {
  const overload = scores.overload[level]
  return overload.kind === 'measured' && overload.canNameStop ? tallyOf(overload.canNameStop) : null
}

function chartBlocks(scores: RoundScores, levels: readonly Level[]): Block[] {
  const most = scores.privacyMode === 'open' ? MOST_ROWS_WITH_NAMES : MOST_ROWS
  const collisions = scores.collisions.slice(0, most)
  const taken = new Set(collisions.map(({ name }) => name.toLowerCase()))
  const others = stopsOf(scores, levels).filter(({ name }) => !taken.has(name.toLowerCase()))
  const told = others.slice(0, Math.max(0, most - collisions.length))
  if (collisions.length + told.length === 0) {
    return [note('No work to stop was named by more than one person, so none is listed.')]
  }
  const parts: LevelMatrixPart[] = [
    { heading: 'A priority for some, to be stopped for others', rows: collisions.map(collisionRow) },
    { heading: collisions.length > 0 ? 'On stop lists only' : '', rows: told.map(stopRow) },
  ]
  const sides = collisions.length > 0 ? ['Would stop it', 'A priority for'] : ['Would stop it']
  return [
    figure(
      (width) => levelMatrix(parts, sides, width, 'Work that people would stop, and who counts on it'),
      chartNote(scores, others.length - told.length),
    ),
  ]
}

function collisionRow({ name, stop, priority, namedBy }: Collision): LevelMatrixRow {
  return {
    label: name,
    sides: [cellsOf(stop), cellsOf(priority)],
    names: namedBy && [namedBy.stop, namedBy.priority],
  }
}

function stopRow({ name, stop, namedBy }: Stop): LevelMatrixRow {
  return { label: name, sides: [cellsOf(stop)], names: namedBy && [namedBy] }
}

function cellsOf(sides: Sides): Record<Level, LevelCell> {
  const cell = (count: PeopleCount | null): LevelCell =>
    count && { share: likelyCount(count) / count.of, shown: countInWords(count) }
  return { senior: cell(sides.senior), department: cell(sides.department) }
}

function chartNote({ privacyMode }: RoundScores, left: number): string {
  const sentences = [
    `A dash: named by nobody${privacyMode === 'open' ? '' : ' or by one person'} of the level.`,
    ...(left > 0
      ? [
          `${capitalise(numberWord(left))} more, named by the fewest people, ${left === 1 ? 'is' : 'are'} not drawn.`,
        ]
      : []),
    ...(privacyMode === 'open' ? [] : ['What one person alone named is not listed.']),
  ]
  return sentences.join(' ')
}

/** Themes that people would stop, by the people who would. */
function stopsOf(scores: RoundScores, levels: readonly Level[]): Stop[] {
  const byName = new Map<string, Stop>()
  for (const level of levels) {
    for (const { name, people, namedBy } of linesOf(scores, level)?.themes ?? []) {
      const known = byName.get(name) ?? { name, stop: { senior: null, department: null }, namedBy: null }
      byName.set(name, {
        name,
        stop: { ...known.stop, [level]: people },
        namedBy: namedBy && [...(known.namedBy ?? []), ...namedBy].sort(),
      })
    }
  }
  return [...byName.values()].toSorted(
    (one, other) => weightOf(other) - weightOf(one) || (one.name < other.name ? -1 : 1),
  )
}

function weightOf({ stop }: Stop): number {
  return LEVELS.reduce((sum, level) => sum + (stop[level] ? likelyCount(stop[level]) : 0), 0)
}

function linesOf(scores: RoundScores, level: Level): { themes: ThemeMentions[] } | null {
  const detail = shownScore(scores, 'stops', level)?.detail
  return detail?.kind === 'lines' ? detail : null
}

/** How many can name a stop, and who left it blank, by level. */
function nameStopSentences(scores: RoundScores, levels: readonly Level[]): Sentence[] {
  const able = levels.flatMap((level) => {
    const tally = canName(scores, level)
    return tally ? [`${tallyWords(tally)} ${GROUP_WORDS[level]}`] : []
  })
  const blank = levels.flatMap((level) => {
    const score = shownScore(scores, 'stops', level)
    return score ? blankSentences(score, level) : []
  })
  if (able.length === 0) return blank
  const text = `Of those who answered, ${listed(able)} can name at least one piece of work that should stop, wait or shrink.`
  return [
    said(text, 'can name a stop', `named something to stop: ${able.join('; ')}; line: half of them`),
    ...blank,
  ]
}

function blankSentences(score: LevelItemScore, level: Level): Sentence[] {
  const words = blankWords(score, level)
  return words ? [said(`${capitalise(words)} left it blank.`, 'blank answers', words)] : []
}

function collisionSentences({ collisions }: RoundScores): Sentence[] {
  return collisions.slice(0, 3).map(({ name, priority, stop }) => {
    const [wanted, stopped] = [sidesWords(priority), sidesWords(stop)]
    return said(
      `“${name}” is a priority for ${wanted}, and work to stop for ${stopped}.`,
      'colliding-priorities',
      `named as a priority by ${wanted}; named as a stop by ${stopped}`,
    )
  })
}
