import { type DependencyCell, dependencyMatrix } from '#app/charts/dependency-matrix.ts'
import { GROUP_WORDS } from '#app/diagnosis/figure.ts'
import { capitalise, numberWord, tallyOf, tallyWords } from '#app/diagnosis/people-words.ts'
import { LEVELS } from '#app/questionnaire/instrument.ts'
import { listed } from '#app/rounds/count-words.ts'
import { countInWords, likelyCount } from '#app/scoring/people-count.ts'
import type {
  DependencyPair,
  Handshake,
  HandshakeUnknown,
  RoundScores,
  Wait,
} from '#app/scoring/round-scores.ts'
import { figure, list, note, said, table } from '../blocks.ts'
import type { Block, Sentence } from '../document.ts'
import type { PageResult, ReportInput } from '../report-input.ts'
import { sensitivitySentences } from '../sensitivity-words.ts'
import { NOT_ASKED, shownScore, tooFewWords } from '../shown.ts'
import { handshakeSentences } from './handshake-sentences.ts'

/** More departments than this are not read from one matrix. */
const MOST_DEPARTMENTS = 12
const MOST_THEMES = 5

const UNKNOWN: Record<HandshakeUnknown['reason'], string> = {
  unlinked: 'in an unlinked round nobody can tell which department an answer comes from',
  'no-departments': 'the leads have no departments, so no two sides can be set beside each other',
}

/** Page 9: who waits for whom, and whether both sides know. */
export function dependenciesPage({ scores }: Pick<ReportInput, 'scores'>): PageResult {
  const what = 'Dependencies between departments'
  const { handshake } = scores
  if (handshake === null) return { what, why: NOT_ASKED }
  if (handshake.kind === 'not-known') return { what, why: UNKNOWN[handshake.reason] }
  if (handshake.kind === 'too-few') return { what, why: tooFewWords(scores, 'people of a level') }
  if (pairsIn(handshake) === 0) return { what, why: 'nobody named one department that waits for another' }
  return {
    id: 'dependencies',
    title: titleOf(handshake),
    blocks: [
      ...chartBlocks(handshake, scores),
      ...list(handshakeSentences(handshake)),
      ...list([...waitSentences(scores), ...sensitivitySentences(scores, 'dependencies')]),
      ...themeBlocks(scores),
    ],
  }
}

/** All pairs of departments that anybody named. */
function pairsIn({ acknowledged }: Handshake): number {
  return acknowledged.of
}

function titleOf({ acknowledged }: Handshake): string {
  const tally = tallyOf(acknowledged)
  const { high, of } = tally
  if (of === 1) return 'Departments name one dependency between them'
  const known = tallyWords(tally)
  const are = high <= 1 ? 'is' : 'are'
  return `${capitalise(known)} dependencies between departments ${are} named by both sides`
}

function chartBlocks(handshake: Handshake, { privacyMode }: RoundScores): Block[] {
  const { pairs, pooled, n } = handshake
  if (pairs.length === 0) return [note('No dependency was named by more than one person, so none is drawn.')]
  const departments = drawnDepartments(handshake)
  const drawn = pairs.filter(
    ({ waiting, provider }) => departments.includes(waiting) && departments.includes(provider),
  )
  return [
    figure(
      (width) =>
        dependencyMatrix(
          departments,
          drawn.map(cellOf),
          width,
          'Who waits for whom, by the number of people who name it',
        ),
      noteOf({ n, pooled, left: pairs.length - drawn.length, open: privacyMode === 'open' }),
    ),
  ]
}

/** All of them in their own order; of too many, those that most people speak of. */
function drawnDepartments({ departments, pairs }: Handshake): string[] {
  if (departments.length <= MOST_DEPARTMENTS) return departments
  const weight = (name: string) =>
    pairs
      .filter(({ waiting, provider }) => waiting === name || provider === name)
      .reduce((sum, { people }) => sum + likelyCount(people), 0)
  const kept = departments.toSorted((one, other) => weight(other) - weight(one)).slice(0, MOST_DEPARTMENTS)
  return departments.filter((name) => kept.includes(name))
}

function cellOf({ waiting, provider, people, state }: DependencyPair): DependencyCell {
  return { waiting, provider, people: likelyCount(people), shown: countInWords(people), state }
}

function noteOf({
  n,
  pooled,
  left,
  open,
}: {
  n: number
  pooled: number
  left: number
  open: boolean
}): string {
  return [
    `n ${n}, everybody who may be shown together.`,
    ...(pooled > 0
      ? [
          `${capitalise(numberWord(pooled))} more, each named by one person, ${pooled === 1 ? 'is' : 'are'} not drawn.`,
        ]
      : []),
    ...(left > 0
      ? [`${capitalise(numberWord(left))} between other departments ${left === 1 ? 'is' : 'are'} not drawn.`]
      : []),
    ...(open
      ? []
      : [
          'Whether the other side names it is told for all of them together only: a department may be one or two people.',
        ]),
  ].join(' ')
}

/** Priorities that wait for a dependency, as the consultant has linked the two. */
function waitSentences({ waits }: RoundScores): Sentence[] {
  return waits.map(({ priority, dependency, wanted, needed }) => {
    const people = (counts: Wait['wanted']) =>
      LEVELS.flatMap((level) => {
        const count = counts[level]
        return count && likelyCount(count) >= 1 ? [`${countInWords(count)} ${GROUP_WORDS[level]}`] : []
      })
    return said(
      `The priority “${priority}” waits for “${dependency}”.`,
      'link between two themes',
      `confirmed on the coding bench; wanted by ${listed(people(wanted))}; needed by ${listed(people(needed))}`,
    )
  })
}

/** What it is that people wait for, in the words of the codebook. */
function themeBlocks(scores: RoundScores): Block[] {
  const rows = (['senior', 'department'] as const).flatMap((level) => {
    const score = shownScore(scores, 'dependencies', level)
    return score?.detail.kind === 'lines' ? score.detail.themes.map((theme) => ({ level, ...theme })) : []
  })
  const names = [...new Set(rows.map(({ name }) => name))]
  if (names.length === 0) return []
  const countAt = (name: string, level: 'senior' | 'department') =>
    rows.find((row) => row.name === name && row.level === level)?.people
  const weight = (name: string) =>
    (['senior', 'department'] as const).reduce((sum, level) => sum + likelyOf(countAt(name, level)), 0)
  const told = names
    .toSorted((one, other) => weight(other) - weight(one) || (one < other ? -1 : 1))
    .slice(0, MOST_THEMES)
  const cell = (name: string, level: 'senior' | 'department') => {
    const count = countAt(name, level)
    return count ? countInWords(count) : '–'
  }
  return [
    table(
      'What they wait for: named by most people, in the words of the codebook',
      ['Dependency', '>Senior team', '>Department leads'],
      told.map((name) => [name, cell(name, 'senior'), cell(name, 'department')]),
    ),
  ]
}

function likelyOf(count: DependencyPair['people'] | undefined): number {
  return count ? likelyCount(count) : 0
}
