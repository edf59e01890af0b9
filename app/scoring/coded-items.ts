import { type Answer, givenValue } from '#app/answers/answer.ts'
import type { Item, ItemOf, Level } from '#app/questionnaire/instrument.ts'
import type { ConstructItem } from './compare-levels.ts'
import type { CodedAnswer, Comparison } from './comparison.ts'
import { ownerCode, ownerOptions } from './owner-options.ts'
import type { ItemAnswers, LevelAnswers, RoundAnswers } from './round-answers.ts'

/** Choosing none of the options is a choice like another: it shares with those who choose none. */
const NONE_CHOSEN = 1
const SCALE_POINTS = 5

/**
 * How an item is compared and what was said, as numbers. Null for items that are not compared: numbers, texts, and lines
 * that nobody sorts into themes.
 */
export function codedItem(itemAnswers: ItemAnswers, round: RoundAnswers): ConstructItem | null {
  const { item, byLevel } = itemAnswers
  if (item.kind === 'number' || item.kind === 'text') return null
  if (item.kind === 'lines' && !item.themed) return null
  const { comparison, code } = coder(item, itemAnswers, round)
  return {
    construct: item.construct,
    comparison,
    answers: {
      senior: codedLevel(byLevel.senior, code, round),
      department: codedLevel(byLevel.department, code, round),
    },
    told: {
      senior: toldOf(item, byLevel.senior, round),
      department: toldOf(item, byLevel.department, round),
    },
  }
}

/**
 * People to tell of beside an agreement figure. One person who said that nothing comes to mind is still counted outside open
 * mode: the difference of the two numbers would tell what the count of such people, coded at its ends, does not.
 */
export function toldOf(item: Item, answers: LevelAnswers | null, { disclosure }: RoundAnswers): number {
  if (!answers) return 0
  const compared = comparedPeople(item, answers)
  return !disclosure.open && answers.n - compared === 1 ? answers.n : compared
}

/** People of a level whose answers can be compared: of lists, those who named something. */
export function comparedPeople(item: Item, answers: LevelAnswers): number {
  return item.kind === 'lines' ? answers.themes.filter((list) => list?.length).length : answers.n
}

type Code = (answer: Answer, themes: readonly string[] | null) => CodedAnswer | null

function codedLevel(
  answers: LevelAnswers | null,
  code: Code,
  round: RoundAnswers,
): ConstructItem['answers'][Level] {
  if (!answers?.shown) return null
  const coded = answers.answers.map((answer, person) => code(answer, answers.themes[person] ?? null))
  return coded.filter((answer) => answer !== null).length >= round.disclosure.needed ? coded : null
}

function coder(
  item: Exclude<Item, { kind: 'number' | 'text' }>,
  itemAnswers: ItemAnswers,
  round: RoundAnswers,
): { comparison: Comparison; code: Code } {
  switch (item.kind) {
    case 'scale':
      return {
        comparison: { kind: 'linear', points: SCALE_POINTS },
        code: (answer) => {
          const value = givenValue(answer, 'scale')
          return value && value.point - 1
        },
      }
    case 'choice':
      return { comparison: choiceComparison(item), code: (answer) => choiceCode(item, answer) }
    case 'owner': {
      const options = ownerOptions(round.roles)
      return {
        comparison: { kind: 'match', options: options.length, real: round.roles.length },
        code: (answer) => ownerCode(options, answer),
      }
    }
    case 'multi':
      return multiCoder(item)
    case 'lines':
      return linesCoder(item, itemAnswers, round.themeNames)
  }
}

function choiceComparison(item: ItemOf<'choice'>): Comparison {
  const options = item.options.length
  return item.ordered ? { kind: 'linear', points: options } : { kind: 'match', options, real: options }
}

function choiceCode(item: ItemOf<'choice'>, answer: Answer): number | null {
  const value = givenValue(answer, 'choice')
  if (!value) return null
  const place = item.options.findIndex((option) => option.id === value.option)
  if (place < 0) throw new Error(`"${item.id}" has no option "${value.option}"`)
  return place
}

function multiCoder(item: ItemOf<'multi'>): { comparison: Comparison; code: Code } {
  const options = item.options.length
  return {
    comparison: {
      kind: 'lists',
      catalogue: options + NONE_CHOSEN,
      asked: Math.ceil(options / 2),
      ordered: false,
    },
    code: (answer) => {
      const value = givenValue(answer, 'multi')
      if (!value) return null
      const chosen = item.options.flatMap(({ id }, place) => (value.options.includes(id) ? [place] : []))
      return chosen.length > 0 ? chosen : [options]
    },
  }
}

/**
 * Chance is reckoned with the catalogue that the item declares, and never with fewer themes than were named. Themes are
 * numbered by name: their ids differ from one database to the next, and the numbers go into the seed.
 */
function linesCoder(
  item: ItemOf<'lines'>,
  { byLevel }: ItemAnswers,
  themeNames: ReadonlyMap<string, string>,
): { comparison: Comparison; code: Code } {
  const shown = [byLevel.senior, byLevel.department].filter((answers) => answers?.shown)
  const themes = [
    ...new Set(shown.flatMap((answers) => (answers?.themes ?? []).flatMap((list) => list ?? []))),
  ]
  const label = (theme: string) => `${themeNames.get(theme)} ${theme}`
  themes.sort((a, b) => (label(a) < label(b) ? -1 : 1))
  const place = new Map(themes.map((theme, index) => [theme, index]))
  return {
    comparison: {
      kind: 'lists',
      catalogue: Math.max(item.catalogueSize, 2 * item.asked, themes.length),
      asked: item.asked,
      ordered: item.ordered,
    },
    code: (_, list) => (list && list.length > 0 ? list.map((theme) => place.get(theme) as number) : null),
  }
}
