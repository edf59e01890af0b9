import { type QuadrantFrame, type QuadrantPoint, quadrantScatter } from '#app/charts/quadrant-scatter.ts'
import { points, provisionalWords } from '#app/diagnosis/agreement-words.ts'
import { capitalise, numberWord } from '#app/diagnosis/people-words.ts'
import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { LEVEL_NAMES, listed } from '#app/rounds/count-words.ts'
import { ALIGNED_FROM } from '#app/scoring/band.ts'
import { isMeasured } from '#app/scoring/measure.ts'
import { STRONG_FROM } from '#app/scoring/quadrant.ts'
import type { AgreementResult, ConstructScore, Quadrant, RoundScores } from '#app/scoring/round-scores.ts'
import { figure, heading, list, note, said } from '../blocks.ts'
import { constructName } from '../construct-rows.ts'
import type { Block, Sentence } from '../document.ts'
import type { PageResult, ReportInput } from '../report-input.ts'
import { tooFewWords } from '../shown.ts'

const NAMES: Record<Quadrant, string> = {
  'shared-problem': 'shared problem',
  healthy: 'healthy',
  contested: 'contested',
  'narrative-gap': 'narrative gap',
}
const PLURALS: Record<Quadrant, string> = {
  'shared-problem': 'shared problems',
  healthy: 'healthy constructs',
  contested: 'contested constructs',
  'narrative-gap': 'narrative gaps',
}
/** What each field asks for. */
const MEANINGS: Record<Quadrant, string> = {
  'shared-problem': 'Weak, and everybody sees it: nobody needs to be persuaded, so act.',
  contested: 'Weak on the whole, and people differ: settle what is true before what to do.',
  'narrative-gap': 'Strong on the whole, and some see a problem that others do not: let those people speak.',
  healthy: 'Strong, and people see the same: leave it alone.',
}
const ORDER: readonly Quadrant[] = ['shared-problem', 'contested', 'narrative-gap', 'healthy']
const FRAME: QuadrantFrame = {
  strongFrom: STRONG_FROM,
  agreedFrom: ALIGNED_FROM,
  names: {
    sharedProblem: 'Shared problem',
    healthy: 'Healthy',
    contested: 'Contested',
    narrativeGap: 'Narrative gap',
  },
}

interface Placed {
  construct: string
  level: Level
  quadrant: Quadrant | null
  point: QuadrantPoint
}

/** Page 13: is it healthy, and do they see the same? The two are read together and never added up. */
export function strengthAndAgreementPage({ scores }: ReportInput): PageResult {
  const placed = placedOf(scores)
  if (placed.length === 0)
    return { what: 'Strength and agreement', why: tooFewWords(scores, 'people of a level') }
  return {
    id: 'strength-and-agreement',
    title: titleOf(placed),
    blocks: [...chartBlocks(placed), ...fieldBlocks(placed), ...missingBlocks(scores)],
  }
}

function placedOf({ constructs }: RoundScores): Placed[] {
  return constructs.flatMap((score) => LEVELS.flatMap((level) => placedAt(score, level)))
}

function placedAt(score: ConstructScore, level: Level): Placed[] {
  const agreement = score.agreementByLevel[level]
  const strength = score.strengthByLevel[level]
  if (!isMeasured(agreement) || agreement.provisional || !isMeasured(strength)) return []
  const quadrant = score.quadrantByLevel[level]
  const { range90, n } = agreement
  const construct = constructName(score.construct)
  const point = {
    label: construct,
    level,
    strength: Math.round(strength.value),
    agreement: points(agreement.s),
    range: range90 && ([points(range90[0]), points(range90[1])] as [number, number]),
    n,
    quadrant: quadrant && NAMES[quadrant],
  }
  return [{ construct, level, quadrant, point }]
}

/** "Two shared problems and one narrative gap", counted over both levels. */
function titleOf(placed: readonly Placed[]): string {
  const told = ORDER.flatMap((quadrant) => {
    const count = placed.filter((one) => one.quadrant === quadrant).length
    return count === 0 ? [] : [`${numberWord(count)} ${count === 1 ? singular(quadrant) : PLURALS[quadrant]}`]
  })
  const open = placed.filter(({ quadrant }) => quadrant === null).length
  if (told.length === 0)
    return `For none of ${numberWord(placed.length)} points the range allows a field to be named`
  const rest = open === 0 ? '' : `; ${numberWord(open)} of ${numberWord(placed.length)} cannot be placed`
  return `${capitalise(listed(told))}${rest}`
}

function singular(quadrant: Quadrant): string {
  return PLURALS[quadrant].slice(0, -1)
}

function chartBlocks(placed: readonly Placed[]): Block[] {
  const rows = placed.map(({ point }) => point)
  return [
    figure(
      (width) =>
        quadrantScatter(rows, FRAME, width, 'Strength and agreement, one point for each construct and level'),
      `${peopleWords(placed)} The bar through a point is the plausible range of its agreement. Strong begins at ${STRONG_FROM}, agreed at ${ALIGNED_FROM}; a name in grey has a range too wide for a field.`,
    ),
  ]
}

/** "Senior team, n 9; department leads, n 11 to 12." */
function peopleWords(placed: readonly Placed[]): string {
  const words = LEVELS.flatMap((level) => {
    const people = placed.filter((one) => one.level === level).map(({ point }) => point.n)
    if (people.length === 0) return []
    const [fewest, most] = [Math.min(...people), Math.max(...people)]
    return [`${LEVEL_NAMES[level]}, n ${fewest === most ? most : `${fewest} to ${most}`}`]
  })
  return `${words.join('; ')}.`
}

function fieldBlocks(placed: readonly Placed[]): Block[] {
  const sentences = ORDER.flatMap((quadrant): Sentence[] => {
    const here = placed.filter((one) => one.quadrant === quadrant)
    if (here.length === 0) return []
    const why = `strength / agreement, lines ${STRONG_FROM} / ${ALIGNED_FROM}: ${here.map(figuresOf).join(', ')}`
    return [said(`${capitalise(NAMES[quadrant])}: ${byLevel(here)}. ${MEANINGS[quadrant]}`, 'quadrant', why)]
  })
  const all = [...sentences, ...unplacedSentence(placed)]
  return all.length === 0 ? [] : [heading('What each field asks for'), ...list(all)]
}

/** "focus and outcomes (senior team); rhythm (department leads)". */
function byLevel(placed: readonly Placed[]): string {
  return LEVELS.flatMap((level) => {
    const names = placed.filter((one) => one.level === level).map(({ construct }) => construct.toLowerCase())
    return names.length === 0 ? [] : [`${listed(names)} (${LEVEL_NAMES[level].toLowerCase()})`]
  }).join('; ')
}

/** "focus 38 / 45, n 16". */
function figuresOf({ construct, point }: Placed): string {
  return `${construct.toLowerCase()} ${point.strength} / ${point.agreement} (n ${point.n})`
}

/** Drawn, and in no field: said in one sentence, as the figures stand beside the answer. */
function unplacedSentence(placed: readonly Placed[]): Sentence[] {
  const open = placed.filter(({ quadrant }) => quadrant === null)
  if (open.length === 0) return []
  return [
    said(
      `In no field: ${byLevel(open)}.`,
      'quadrant',
      'the band of the agreement allows none; figures, ranges and bands stand beside the answer',
    ),
  ]
}

/** What has no point at all is named with its reason. */
function missingBlocks(scores: RoundScores): Block[] {
  const waiting = scores.constructs.flatMap((score) =>
    LEVELS.flatMap((level) => {
      const agreement = score.agreementByLevel[level]
      if (!isMeasured(agreement) || !agreement.provisional) return []
      const name = `${constructName(score.construct).toLowerCase()}, ${LEVEL_NAMES[level].toLowerCase()}`
      return [`${name}: ${provisionalWords(agreement.provisional)}`]
    }),
  )
  const missing = LEVELS.flatMap((level) => {
    const names = scores.constructs
      .filter((score) => placedAt(score, level).length === 0 && !isProvisional(score.agreementByLevel[level]))
      .map(({ construct }) => constructName(construct).toLowerCase())
    return names.length === 0
      ? []
      : [
          `${LEVEL_NAMES[level]}: ${listed(names)}; ${tooFewWords(scores, 'of them')}, or there is no strength to tell`,
        ]
  })
  const told = [...missing, ...waiting].map(capitalise)
  return told.length === 0 ? [] : [note(`Not drawn. ${told.join('. ')}.`)]
}

function isProvisional(agreement: AgreementResult): boolean {
  return isMeasured(agreement) && agreement.provisional !== undefined
}
