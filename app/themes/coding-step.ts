import { normaliseLabel } from '#app/http/normalise-text.ts'

export interface ThemeName {
  themeId: string
  name: string
}

/** One thing a person does on the coding bench. The names as they stand on the page go with it, so that none is lost. */
export type CodingStep = { names: ThemeName[] } & (
  | { kind: 'merge'; themeIds: string[] }
  /** Into an existing theme, or where `themeId` is null into a new one called `name`. */
  | { kind: 'move'; lineIds: string[]; themeId: string | null; name: string }
  | { kind: 'rename' }
)

export type ParsedStep = { ok: true; step: CodingStep } | { ok: false; error: string }

const NAME_LENGTH = 140
const NAME_FIELD = 'name:'

/** Reads the bench's form: `intent`, ticked lines (`line`) and themes (`tick`), the target (`theme`, `name`), names (`name:<id>`). */
export function parseCodingStep(form: FormData): ParsedStep {
  const names = typedNames(form).map(({ themeId, name }) => ({ themeId, name: normaliseLabel(name) }))
  if (!names.every(({ name }) => isName(name)))
    return { ok: false, error: 'Every theme needs a name of 1 to 140 characters.' }
  const intent = form.get('intent')
  if (intent === 'merge') return parseMerge(form, names)
  if (intent === 'move') return parseMove(form, names)
  if (intent === 'rename') return { ok: true, step: { kind: 'rename', names } }
  return { ok: false, error: 'Choose what to do: save the names, merge themes or move lines.' }
}

/** The names of the themes word for word, for the page to show again. */
export function typedNames(form: FormData): ThemeName[] {
  return [...form]
    .filter(([field]) => field.startsWith(NAME_FIELD))
    .map(([field, value]) => ({ themeId: field.slice(NAME_FIELD.length), name: String(value) }))
}

function parseMerge(form: FormData, names: ThemeName[]): ParsedStep {
  const themeIds = form.getAll('tick').map(String)
  if (themeIds.length < 2) return { ok: false, error: 'Tick at least two themes to merge.' }
  return { ok: true, step: { kind: 'merge', themeIds, names } }
}

function parseMove(form: FormData, names: ThemeName[]): ParsedStep {
  const lineIds = form.getAll('line').map(String)
  const target = String(form.get('theme') ?? '')
  const name = normaliseLabel(String(form.get('name') ?? ''))
  if (lineIds.length === 0) return { ok: false, error: 'Tick the lines to move.' }
  if (target === '') return { ok: false, error: 'Choose the theme that the ticked lines should move to.' }
  if (target === 'new' && !isName(name))
    return { ok: false, error: 'Give the new theme a name of 1 to 140 characters.' }
  return { ok: true, step: { kind: 'move', lineIds, themeId: target === 'new' ? null : target, name, names } }
}

function isName(name: string): boolean {
  return name.length >= 1 && name.length <= NAME_LENGTH
}
