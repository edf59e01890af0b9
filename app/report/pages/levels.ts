import { type LevelDumbbellRow, levelDumbbell } from '#app/charts/level-dumbbell.ts'
import { BAND_WORDS, points, rangeWords } from '#app/diagnosis/agreement-words.ts'
import { capitalise, numberWord, tallyOf, tallyWords } from '#app/diagnosis/people-words.ts'
import { counted } from '#app/rounds/count-words.ts'
import { countInWords, likelyCount } from '#app/scoring/people-count.ts'
import type { AgreementResult, ConstructScore, RoundScores } from '#app/scoring/round-scores.ts'
import { figure, heading, paragraph, said, table } from '../blocks.ts'
import { constructName } from '../construct-rows.ts'
import type { Block } from '../document.ts'
import { recallBlocks } from '../recall-blocks.ts'
import type { PageResult, ReportInput } from '../report-input.ts'
import { agreementCell, shownScore, tooFewWords } from '../shown.ts'

/** From this difference of the two shares on, a priority makes the title. */
const WORTH_A_TITLE = 0.25

type Coverage = RoundScores['coverage'][number]

/** Page 7: whether the two levels see the same company. */
export function levelsPage({ scores }: ReportInput): PageResult {
  const what = 'Senior team and department leads side by side'
  if (!scores.shown.senior) return { what, why: tooFewWords(scores, 'senior leaders') }
  if (!scores.shown.department) return { what, why: tooFewWords(scores, 'department leads') }
  const compared = scores.constructs.some(({ across }) => across.kind === 'measured')
  if (!compared) return { what, why: tooFewWords(scores, 'people of each level') }
  return {
    id: 'levels',
    title: titleOf(scores),
    blocks: [
      ...chartBlocks(scores),
      ...recallBlocks(scores),
      ...tradeOffBlocks(scores),
      ...gapBlocks(scores),
    ],
  }
}

function titleOf({ coverage, constructs }: RoundScores): string {
  const worst = widest(coverage)
  if (worst && lossOf(worst) >= WORTH_A_TITLE) {
    return `“${worst.name}”: named by ${tallyWords(tallyOf(worst.senior))} senior leaders and ${tallyWords(tallyOf(worst.department))} department leads`
  }
  const apart = constructs.filter(isApart).length
  if (apart === 0) return 'The two levels differ no more than chance on any construct'
  return `The two levels see ${numberWord(apart)} of ${numberWord(constructs.length)} constructs differently`
}

function widest(coverage: readonly Coverage[]): Coverage | undefined {
  return coverage.toSorted((one, other) => lossOf(other) - lossOf(one))[0]
}

function lossOf({ senior, department }: Coverage): number {
  return likelyCount(senior) / senior.of - likelyCount(department) / department.of
}

function chartBlocks({ coverage }: RoundScores): Block[] {
  if (coverage.length === 0) return []
  const rows: LevelDumbbellRow[] = coverage
    .toSorted((one, other) => lossOf(other) - lossOf(one))
    .map(({ name, senior, department }) => ({
      label: name,
      senior: { share: likelyCount(senior) / senior.of, shown: countInWords(senior) },
      department: { share: likelyCount(department) / department.of, shown: countInWords(department) },
    }))
  return [
    figure(
      (width) => levelDumbbell(rows, width, 'How many of each level named the senior team’s top priorities'),
      'The priorities that the senior team names most, with equal numbers all counted; the widest gap first.',
    ),
  ]
}

function tradeOffBlocks(scores: RoundScores): Block[] {
  const { tradeOffs } = scores
  if (tradeOffs?.kind !== 'measured' || !shownScore(scores, 'tradeoff', 'department')) return []
  const share = tallyWords(tallyOf(tradeOffs.sharePriority))
  const both = tallyWords(tallyOf(tradeOffs.both))
  const text = `${capitalise(share)} department leads named at least one of the senior team’s top three priorities; ${both} did and could also say what was stopped, delayed or made smaller for their first priority.`
  return [
    paragraph(
      said(
        text,
        'abstract-strategy',
        `n ${tradeOffs.n}; shares a priority: ${share}; and names a trade-off: ${both}`,
      ),
    ),
  ]
}

function gapBlocks({ constructs }: RoundScores): Block[] {
  const rows = constructs.map((score) => [
    constructName(score.construct),
    figureCell(score.agreementByLevel.senior),
    figureCell(score.agreementByLevel.department),
    acrossCell(score.across),
    gapWords(score),
  ])
  return [
    heading('Agreement within the levels and between them'),
    table(
      'Agreement from 0 to 100, with its plausible range; n, chance line and band of each level stand beside the answer',
      ['Construct', 'Senior team', 'Department leads', 'Between the two', 'Gap'],
      rows,
    ),
  ]
}

/** What stands beside the answer in full is not told again. */
function figureCell(agreement: AgreementResult | null): string {
  if (agreement?.kind !== 'measured' || agreement.provisional) return agreementCell(agreement)
  const { s, range90 } = agreement
  return range90 ? `${points(s)} (${rangeWords(range90)})` : points(s).toString()
}

function acrossCell(agreement: AgreementResult | null): string {
  if (agreement?.kind !== 'measured' || agreement.provisional) return agreementCell(agreement)
  return `${figureCell(agreement)}, n ${agreement.n}, ${BAND_WORDS[agreement.band]}`
}

function gapWords({ gap }: ConstructScore): string {
  if (gap.kind === 'too-few') return 'cannot say'
  const lost = gap.g > 1 ? 'over 100 points' : counted(points(gap.g), 'point')
  const p = gap.holmP ?? gap.p
  if (p === null) return `${lost}; not tested`
  return `${lost}; ${p < 0.05 ? 'beyond chance' : 'within chance'} (p ${p < 0.001 ? 'under 0.001' : p.toFixed(3)})`
}

function isApart({ gap }: ConstructScore): boolean {
  const p = gap.kind === 'measured' ? (gap.holmP ?? gap.p) : null
  return p !== null && p < 0.05
}
