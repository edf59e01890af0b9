import { type MessageKey, wordsIn } from './words.ts'

interface Matched {
  matches: readonly { data?: unknown }[]
}

/** The `meta` of a page of the questionnaire: its title in the language that the page, or the frame around it, was loaded in. */
export function titled(key: MessageKey) {
  return ({ matches }: Matched) => [{ title: wordsIn(languageOf(matches))(key) }]
}

/** The language that the innermost of a page's parts was loaded in. */
export function languageOf(matches: Matched['matches']): string {
  const languages = matches.map(({ data }) => (data as { language?: unknown } | null | undefined)?.language)
  return languages.findLast((language): language is string => typeof language === 'string') ?? 'en'
}
