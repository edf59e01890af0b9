import { createContext, type ReactNode, useContext } from 'react'
import { directionOf } from '#app/questionnaire/languages.ts'
import { type Say, wordsIn } from './words.ts'

const Language = createContext('en')

/** The language that the pages inside it speak. */
export function Speech({ language, children }: { language: string; children: ReactNode }) {
  return <Language.Provider value={language}>{children}</Language.Provider>
}

export function useLanguage(): string {
  return useContext(Language)
}

export function useWords(): Say {
  return wordsIn(useLanguage())
}

/** For a part of a page that is in another language than the rest. */
export function spokenIn(language: string): { lang: string; dir: 'ltr' | 'rtl' } {
  return { lang: language, dir: directionOf(language) }
}
