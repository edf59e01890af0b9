import { verbForms } from './verb-forms.ts'
import words from './words.v1.json' with { type: 'json' }

export const VERB_CLASSES = ['doing', 'delivering', 'placing', 'changing', 'behaving'] as const
export type VerbClass = (typeof VERB_CLASSES)[number]

/** base: "ship"; third: "ships"; gerund: "shipping"; done: "shipped". One spelling can be several of them. */
export type VerbForm = 'base' | 'third' | 'gerund' | 'done'

/** What a word can be, and as which nouns it counts. */
export interface Meaning {
  /** The base form of a verb, with its classes and the forms this spelling can be. */
  verb: { base: string; classes: readonly VerbClass[]; forms: readonly VerbForm[] } | null
  marks: ReadonlySet<Mark>
}

/** The lists that are not of verbs. */
const LISTS = {
  things: listOf(words.things),
  work: listOf(words.work),
  measures: listOf(words.measures),
  people: listOf(words.people),
  up: listOf(words.up),
  down: listOf(words.down),
  none: listOf(words.none),
  limits: listOf(words.limits),
  results: listOf(words.results),
  recurring: listOf(words.recurring),
  months: listOf(words.months),
  doneStates: listOf(words.doneStates),
  alsoNouns: listOf(words.alsoNouns),
  plain: listOf(words.functionWords),
} as const
export type Mark = keyof typeof LISTS

/** Only these are counted, so that only of these the plural counts as well. */
const NOUNS: readonly Mark[] = ['things', 'work', 'measures', 'people']

export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(Object.entries(words.numbers))
export const PHRASES: readonly string[][] = words.phrases
  .map((phrase) => phrase.split(' '))
  .toSorted((one, other) => other.length - one.length)

const VERBS = verbForms(
  Object.fromEntries(VERB_CLASSES.map((name) => [name, listOf(words.verbs[name])])),
  words.irregular,
)
const MARKS = new Map<string, Set<Mark>>()
for (const [mark, list] of Object.entries(LISTS) as [Mark, string[]][]) {
  for (const word of list) MARKS.set(word, (MARKS.get(word) ?? new Set()).add(mark))
}

/** Every spelling that the lists know, for setting typing errors right. */
export const KNOWN_WORDS: readonly string[] = [
  ...new Set([...VERBS.keys(), ...MARKS.keys(), ...NUMBER_WORDS.keys()]),
]

/** What a word in small letters means; null where no list has it. */
export function meaningOf(word: string): Meaning | null {
  const marks = new Set(MARKS.get(word))
  for (const singular of singularsOf(word)) {
    for (const mark of MARKS.get(singular) ?? []) if (NOUNS.includes(mark)) marks.add(mark)
  }
  const verb = VERBS.get(word) ?? null
  return verb || marks.size > 0 || NUMBER_WORDS.has(word) ? { verb, marks } : null
}

function singularsOf(word: string): string[] {
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`]
  if (word.endsWith('es')) return [word.slice(0, -1), word.slice(0, -2)]
  return word.endsWith('s') ? [word.slice(0, -1)] : []
}

/** Lists are kept as lines of words. */
function listOf(lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(' '))
}
