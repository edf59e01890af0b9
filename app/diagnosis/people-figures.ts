import type { Level } from '#app/questionnaire/instrument.ts'
import { LEVELS } from '#app/questionnaire/instrument.ts'
import { listed } from '#app/rounds/count-words.ts'
import { disclosureOf } from '#app/scoring/disclosure.ts'
import type { Detail, LevelItemScore, Range, RoundScores, ThemeMentions } from '#app/scoring/round-scores.ts'
import { type Figure, type FigureResult, figureOf, GROUP_WORDS, notAsked, tooFew } from './figure.ts'
import {
  addTallies,
  capitalise,
  complement,
  numberWord,
  type Tally,
  tallyOf,
  tallyWords,
  unionOfOptions,
} from './people-words.ts'
import type { FigureRef } from './rulebook.ts'
import { shareRange } from './share-range.ts'
import { topRoles } from './top-roles.ts'

type PeopleRef = Extract<FigureRef, { of: 'people' | 'people-choosing' }>

/** A count of people who said a thing, in one level or in every level that may be shown. */
export function peopleFigure(scores: RoundScores, ref: PeopleRef, subject: string): FigureResult {
  const label =
    ref.of === 'people' ? `${LABELS[ref.who]} ${subject}` : `${capitalise(subject)}: ${ref.saying}`
  const item = scores.items.find((score) => score.itemId === ref.item)
  const asked = levelsOf(ref.group).filter((level) => item?.byLevel[level])
  if (!item || asked.length === 0) return notAsked(label)
  const measured = asked.filter((level) => item.byLevel[level]?.kind === 'measured')
  if (measured.length === 0) return tooFew(label, disclosureOf(scores))
  const levelScores = measured.map((level) => item.byLevel[level] as LevelItemScore)
  const tally = levelScores.map((score) => tallyFor(ref, score)).reduce(addTallies)
  const group = measured.length === 1 ? (measured[0] as Level) : 'everyone'
  return {
    ...shareFigure(`${label}, ${GROUP_WORDS[group]}`, tally, measured, ref.item),
    words: {
      n: numberWord(tally.of),
      group: GROUP_WORDS[group],
      ...(ref.of === 'people' && ref.who === 'top-role' ? topRoleWords(levelScores) : {}),
    },
  }
}

/** The theme that most people of a level named. */
export function topThemeFigure(
  scores: RoundScores,
  itemId: string,
  level: Level,
  subject: string,
): FigureResult {
  const label = `Named most often among ${subject}, ${GROUP_WORDS[level]}`
  const score = scores.items.find((one) => one.itemId === itemId)?.byLevel[level]
  if (!score) return notAsked(label)
  if (score.kind === 'too-few') return tooFew(label, score)
  if (score.detail.kind !== 'lines') throw new TypeError(`${itemId} is not an item of lines`)
  const top = score.detail.themes[0]
  const figure = shareFigure(
    label,
    top ? tallyOf(top.people) : { low: 0, high: 1, of: score.n },
    [level],
    itemId,
  )
  return {
    ...figure,
    words: {
      ...figure.words,
      group: GROUP_WORDS[level],
      name: top ? `“${top.name}”` : 'no single theme',
      sentence: sharedWords(score.detail.themes, score.n),
    },
  }
}

/** How far a list is common property: what a majority shares, and that nothing else is. */
function sharedWords(themes: readonly ThemeMentions[], of: number): string {
  const [top] = themes
  if (!top) return 'not one was named by more than one of them'
  const name = `“${top.name}”`
  const people = tallyWords(tallyOf(top.people))
  const shared = themes.filter(({ people }) => tallyOf(people).low > of / 2).length
  if (shared === 0)
    return `not one of them is shared by a majority: the one named most often, ${name}, came from ${people}`
  if (shared === 1) return `only ${name} is shared by a majority: it came from ${people}`
  return `only ${numberWord(shared)} are shared by a majority: the one named most often, ${name}, came from ${people}`
}

/** A share of people, with Wilson's limits; a coded count takes the limits of both its ends. */
export function shareFigure(label: string, tally: Tally, levels: Level[], itemId: string | null): Figure {
  const { low, high, of } = tally
  const range90: Range = [shareRange(low, of, 90)[0], shareRange(high, of, 90)[1]]
  const [fewest, most] = range90.map((share) => Math.round(share * of))
  return figureOf({
    label,
    itemId,
    unit: 'share',
    least: low / of,
    most: high / of,
    n: of,
    of,
    levels,
    range90,
    range95: [shareRange(low, of, 95)[0], shareRange(high, of, 95)[1]],
    shown: tallyWords(tally),
    brief: `${tallyWords(tally)} (range ${fewest} to ${most})`,
  })
}

const LABELS = {
  unhealthy: 'On the weak side:',
  'no-real-owner': 'No single role named:',
  'top-role': 'Role named most often:',
  nothing: 'Nothing came to mind:',
} as const

function levelsOf(group: PeopleRef['group']): readonly Level[] {
  return group === 'everyone' ? LEVELS : [group]
}

function tallyFor(ref: PeopleRef, score: LevelItemScore): Tally {
  const { detail, n } = score
  if (ref.of === 'people-choosing') return choosing(ref, detail, n)
  if (ref.who === 'unhealthy' && detail.kind === 'scale') return tallyOf(detail.low)
  if (ref.who === 'nothing' && detail.kind === 'lines') return tallyOf(detail.nothing)
  if (ref.who === 'no-real-owner' && detail.kind === 'owner') return tallyOf(detail.noRealOwner)
  if (ref.who === 'top-role' && detail.kind === 'owner') return topRoles(detail, n).people
  throw new TypeError(`"${ref.who}" cannot be counted of ${ref.item}`)
}

function choosing(ref: Extract<PeopleRef, { of: 'people-choosing' }>, detail: Detail, n: number): Tally {
  if (detail.kind !== 'choice' && detail.kind !== 'owner' && detail.kind !== 'multi') {
    throw new TypeError(`${ref.item} has no options`)
  }
  const named = detail.options.filter((option) => ref.options.includes(option.id))
  const tally = unionOfOptions(
    named.map((option) => tallyOf(option.people)),
    n,
  )
  return ref.others ? complement(tally) : tally
}

function topRoleWords(levelScores: readonly LevelItemScore[]): Record<string, string> {
  const [score, ...others] = levelScores
  if (others.length > 0 || score?.detail.kind !== 'owner') throw new TypeError('a top role is of one level')
  const { labels, people } = topRoles(score.detail, score.n)
  if (labels.length === 0) return { role: 'no role', sentence: 'no role was named by more than one of them' }
  const words = tallyWords(people)
  if (labels.length > 1) {
    return { role: listed(labels), sentence: `${listed(labels)} were each named by ${words}` }
  }
  return {
    role: labels.join(''),
    sentence: `the role named most often, ${labels.join('')}, came from ${words}`,
  }
}
