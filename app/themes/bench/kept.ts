import { typedWordings } from '../coding/parse-step.ts'

/** What was typed, chosen and ticked, kept on the page when a step could not be carried out. */
export interface Kept {
  /** Names and definitions by theme. */
  wordings: Record<string, { name: string; definition: string | null }>
  target: string
  name: string
  ticked: string[]
  /** Of the glossary: a term, its meaning, and the meanings of unknown terms. */
  term: string
  meaning: string
  meanings: Record<string, string>
}

export const NOTHING_KEPT: Kept = {
  wordings: {},
  target: '',
  name: '',
  ticked: [],
  term: '',
  meaning: '',
  meanings: {},
}

export function keptFrom(form: FormData): Kept {
  return {
    wordings: Object.fromEntries(typedWordings(form).map(({ themeId, ...typed }) => [themeId, typed])),
    target: String(form.get('theme') ?? ''),
    name: String(form.get('name') ?? ''),
    ticked: [...form.getAll('line'), ...form.getAll('tick')].map(String),
    term: String(form.get('term') ?? ''),
    meaning: String(form.get('meaning') ?? ''),
    meanings: Object.fromEntries(
      [...form]
        .filter(([field]) => field.startsWith('meaning:'))
        .map(([field, value]) => [field.slice('meaning:'.length), String(value)]),
    ),
  }
}
