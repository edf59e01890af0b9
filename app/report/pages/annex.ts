import { BAND_WORDS, points, provisionalWords, rangeWords } from '#app/diagnosis/agreement-words.ts'
import { capitalise, numberWord } from '#app/diagnosis/people-words.ts'
import { currentRulebook } from '#app/diagnosis/rulebook.ts'
import { type Construct, type Item, LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { counted, LEVEL_NAMES } from '#app/rounds/count-words.ts'
import { disclosureOf } from '#app/scoring/disclosure.ts'
import { countInWords } from '#app/scoring/people-count.ts'
import type { ItemScore, LevelItemResult, RoundScores, ThemeMentions } from '#app/scoring/round-scores.ts'
import { denseTable, paragraph, plain } from '../blocks.ts'
import { constructName } from '../construct-rows.ts'
import type { Block, Sentence } from '../document.ts'
import { missingWords, spreadWords } from '../item-cells.ts'
import type { PageResult, ReportInput } from '../report-input.ts'
import { tooFewWords } from '../shown.ts'

/** Page 19: every item as it was answered, so that each figure before can be looked up. */
export function annexPage({ scores, instrument }: ReportInput): PageResult {
  const shown = scores.items.filter(isShown)
  if (shown.length === 0) return { what: 'Every item', why: tooFewWords(scores, 'people of a level') }
  const constructs = [...new Set(scores.items.map(({ construct }) => construct))]
  const items = new Map(itemsOf(instrument).map((item) => [item.id, item]))
  return {
    id: 'annex',
    title: titleOf(shown.length, scores.items.length),
    blocks: [
      paragraph(plain(HOW_TO_READ), ...hiddenSentences(scores)),
      ...constructs.flatMap((construct) => constructBlocks(construct, scores, items)),
    ],
  }
}

const HOW_TO_READ =
  'n: the people whose answer counts. Agreement from 0 to 100, with its plausible range and chance line; a single item is never a finding by itself. “Cannot say” and “left blank” are told from two people on and never filled in.'

function titleOf(shown: number, all: number): string {
  const items = counted(all, 'item')
  return shown === all
    ? `All ${items}, figure by figure`
    : `${capitalise(numberWord(shown))} of ${items} may be shown, figure by figure`
}

function isShown({ byLevel }: ItemScore): boolean {
  return LEVELS.some((level) => byLevel[level]?.kind === 'measured')
}

/** A row an item; for each level what was answered and how far it agrees. */
function constructBlocks(
  construct: Construct,
  scores: RoundScores,
  items: ReadonlyMap<string, Item>,
): Block[] {
  const own = scores.items.filter((item) => item.construct === construct)
  const asked = toldLevels(scores).filter((level) => own.some(({ byLevel }) => byLevel[level]))
  const rows = own.map((item) => [
    wordingOf(item, items),
    ...asked.flatMap((level) => [
      answersCell(item.byLevel[level], scores),
      itemAgreementCell(item.byLevel[level]),
    ]),
  ])
  const columns = asked.flatMap((level) => [LEVEL_NAMES[level], `Agreement, ${SHORT_NAMES[level]}`])
  return [
    denseTable(constructName(construct), ['Item', ...columns], rows),
    ...own.flatMap((item) => themeBlocks(item, scores.privacyMode === 'open')),
  ]
}

/** A level of which nothing may be told has no columns. */
function toldLevels({ items }: RoundScores): Level[] {
  return LEVELS.filter((level) => items.some(({ byLevel }) => byLevel[level]?.kind === 'measured'))
}

function hiddenSentences(scores: RoundScores): Sentence[] {
  const told = toldLevels(scores)
  return LEVELS.filter((level) => !told.includes(level)).map((level) =>
    plain(`${LEVEL_NAMES[level]}: ${hiddenWords(scores)}.`),
  )
}

const SHORT_NAMES: Record<Level, string> = { senior: 'senior', department: 'department' }

/** "35 (14 to 40, chance 10), mixed"; a dash where answers of the kind are not compared. */
function itemAgreementCell(result: LevelItemResult | null): string {
  if (result?.kind !== 'measured' || result.agreement?.kind !== 'measured') return '–'
  const { s, range90, chanceLine, band, provisional } = result.agreement
  if (provisional) return provisionalWords(provisional)
  const range = range90 ? rangeWords(range90) : 'no range'
  const chance = chanceLine === null ? '' : `, chance ${points(chanceLine)}`
  return `${points(s)} (${range}${chance}), ${BAND_WORDS[band]}`
}

function subjectOf({ itemId, wording }: ItemScore): string {
  const subject = currentRulebook.subjects[itemId]
  return subject ? capitalise(subject) : wording
}

function hiddenWords(scores: RoundScores): string {
  return `fewer than ${numberWord(disclosureOf(scores).needed)} people: not shown`
}

/** As the only level that is asked reads it; where both are, as the senior team does. */
function wordingOf({ itemId, wording, byLevel }: ItemScore, items: ReadonlyMap<string, Item>): string {
  const level = LEVELS.find((one) => byLevel[one])
  return (level && items.get(itemId)?.wordingByLevel[level]) ?? wording
}

function answersCell(result: LevelItemResult | null, scores: RoundScores): string {
  if (!result) return 'not asked'
  if (result.kind === 'too-few') return hiddenWords(scores)
  return `n ${result.n}: ${[spreadWords(result, scores.privacyMode === 'open'), ...missingWords(result)].join('; ')}`
}

/** The themes of a list, a row each: named by two people or more of a level, and counted where they are not. */
function themeBlocks(item: ItemScore, open: boolean): Block[] {
  const levels = LEVELS.flatMap((level) => {
    const result = item.byLevel[level]
    return result?.kind === 'measured' && result.detail.kind === 'lines' && result.detail.themes.length > 0
      ? [{ level, n: result.n, detail: result.detail }]
      : []
  })
  if (levels.length === 0) return []
  const names = [...new Set(levels.flatMap(({ detail }) => detail.themes.map(({ name }) => name)))]
  const rows = names.map((name) => [
    name,
    ...levels.map(({ detail, n }) =>
      mentionsOf(
        detail.themes.find((theme) => theme.name === name),
        n,
        open,
      ),
    ),
  ])
  const pooled = levels.some(({ detail }) => detail.pooled > 0)
    ? [['Further themes, each named by one person', ...levels.map(({ detail }) => String(detail.pooled))]]
    : []
  return [
    denseTable(
      `${subjectOf(item)}: who named what`,
      ['Theme', ...levels.map(({ level }) => `>${LEVEL_NAMES[level]}`)],
      [...rows, ...pooled],
    ),
  ]
}

function mentionsOf(theme: ThemeMentions | undefined, n: number, open: boolean): string {
  if (theme) return countInWords(theme.people)
  return open ? `0 of ${n}` : `at most one of ${n}`
}
