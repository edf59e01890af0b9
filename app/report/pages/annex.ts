import { type ItemStripRow, itemStrips } from '#app/charts/item-strips.ts'
import { BAND_WORDS, points, provisionalWords } from '#app/diagnosis/agreement-words.ts'
import { capitalise, numberWord } from '#app/diagnosis/people-words.ts'
import { currentRulebook } from '#app/diagnosis/rulebook.ts'
import { type Construct, type Item, LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { counted, LEVEL_NAMES } from '#app/rounds/count-words.ts'
import { disclosureOf } from '#app/scoring/disclosure.ts'
import { countInWords } from '#app/scoring/people-count.ts'
import type { ItemScore, LevelItemResult, RoundScores, ThemeMentions } from '#app/scoring/round-scores.ts'
import { figure, heading, paragraph, plain, table } from '../blocks.ts'
import { constructName } from '../construct-rows.ts'
import type { Block } from '../document.ts'
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
      paragraph(plain(HOW_TO_READ)),
      ...constructs.flatMap((construct) => constructBlocks(construct, scores, items)),
    ],
  }
}

const HOW_TO_READ =
  'By construct, in the order of the questionnaire. n are the people whose answer counts. “Cannot say” and “left blank” are kept apart, told from two people on, and never filled in.'

function titleOf(shown: number, all: number): string {
  const items = counted(all, 'item')
  return shown === all
    ? `All ${items}, figure by figure`
    : `${capitalise(numberWord(shown))} of ${items} may be shown, figure by figure`
}

function isShown({ byLevel }: ItemScore): boolean {
  return LEVELS.some((level) => byLevel[level]?.kind === 'measured')
}

function constructBlocks(
  construct: Construct,
  scores: RoundScores,
  items: ReadonlyMap<string, Item>,
): Block[] {
  const own = scores.items.filter((item) => item.construct === construct)
  return [
    heading(constructName(construct)),
    ...stripBlocks(own, construct, scores),
    answersTable(own, scores, items),
    ...own.flatMap((item) => themeBlocks(item, scores.privacyMode === 'open')),
  ]
}

function stripBlocks(own: readonly ItemScore[], construct: Construct, scores: RoundScores): Block[] {
  const rows = own.flatMap((item) => LEVELS.flatMap((level) => stripRow(item, level, scores)))
  if (rows.length === 0) return []
  return [
    figure(
      (width) => itemStrips(rows, width, `${constructName(construct)}: agreement on each item`),
      'Agreement from 0 to 100. A single item is never a finding by itself.',
    ),
  ]
}

/** Nothing for what is not compared: numbers, texts, and lists that are read one by one. */
function stripRow(item: ItemScore, level: Level, scores: RoundScores): ItemStripRow[] {
  const result = item.byLevel[level]
  if (!result || item.kind === 'number' || item.kind === 'text') return []
  if (result.kind === 'measured' && result.agreement === null) return []
  const row = { label: subjectOf(item), level, agreement: null, range: null, chance: null, n: null }
  const agreement = result.kind === 'measured' ? result.agreement : result
  if (agreement?.kind !== 'measured') return [{ ...row, note: hiddenWords(scores) }]
  const { s, range90, chanceLine, n, band, provisional } = agreement
  if (provisional) return [{ ...row, note: provisionalWords(provisional) }]
  return [
    {
      ...row,
      agreement: points(s),
      range: range90 && [points(range90[0]), points(range90[1])],
      chance: chanceLine === null ? null : points(chanceLine),
      n,
      note: BAND_WORDS[band],
    },
  ]
}

function subjectOf({ itemId, wording }: ItemScore): string {
  const subject = currentRulebook.subjects[itemId]
  return subject ? capitalise(subject) : wording
}

function hiddenWords(scores: RoundScores): string {
  return `fewer than ${numberWord(disclosureOf(scores).needed)} people: not shown`
}

/** One row an item, a column a level. */
function answersTable(
  own: readonly ItemScore[],
  scores: RoundScores,
  items: ReadonlyMap<string, Item>,
): Block {
  const asked = LEVELS.filter((level) => own.some(({ byLevel }) => byLevel[level]))
  const rows = own.map((item) => [
    wordingOf(item, items),
    ...asked.map((level) => answersCell(item.byLevel[level], scores)),
  ])
  return table('What was answered', ['Item', ...asked.map((level) => LEVEL_NAMES[level])], rows)
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
    table(
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
