import { normaliseLabel } from '#app/http/normalise-text.ts'

/** One thing a person does on the coding bench. */
export type CodingStep =
  | { kind: 'merge'; themeIds: string[] }
  /** Into an existing theme, or where `themeId` is null into a new one called `name`. */
  | { kind: 'move'; lineIds: string[]; themeId: string | null; name: string }
  | { kind: 'rename'; names: { themeId: string; name: string }[] }

export type ParsedStep = { ok: true; step: CodingStep } | { ok: false; error: string }

const NAME_LENGTH = 140
const NAME_FIELD = 'name:'

/** Reads the bench's form: `intent`, ticked lines (`line`) and themes (`tick`), the target (`theme`, `name`), names (`name:<id>`). */
export function parseCodingStep(form: FormData): ParsedStep {
  const intent = form.get('intent')
  if (intent === 'merge') return parseMerge(form)
  if (intent === 'move') return parseMove(form)
  if (intent === 'rename') return parseRename(form)
  return { ok: false, error: 'Choose what to do: save the names, merge themes or move lines.' }
}

function parseMerge(form: FormData): ParsedStep {
  const themeIds = form.getAll('tick').map(String)
  if (themeIds.length < 2) return { ok: false, error: 'Tick at least two themes to merge.' }
  return { ok: true, step: { kind: 'merge', themeIds } }
}

function parseMove(form: FormData): ParsedStep {
  const lineIds = form.getAll('line').map(String)
  const target = String(form.get('theme') ?? '')
  const name = normaliseLabel(String(form.get('name') ?? ''))
  if (lineIds.length === 0) return { ok: false, error: 'Tick the lines to move.' }
  if (target === '') return { ok: false, error: 'Choose the theme that the ticked lines should move to.' }
  if (target === 'new' && !isName(name))
    return { ok: false, error: 'Give the new theme a name of 1 to 140 characters.' }
  return { ok: true, step: { kind: 'move', lineIds, themeId: target === 'new' ? null : target, name } }
}

function parseRename(form: FormData): ParsedStep {
  const names = [...form]
    .filter(([field]) => field.startsWith(NAME_FIELD))
    .map(([field, value]) => ({
      themeId: field.slice(NAME_FIELD.length),
      name: normaliseLabel(String(value)),
    }))
  if (!names.every(({ name }) => isName(name)))
    return { ok: false, error: 'Every theme needs a name of 1 to 140 characters.' }
  return { ok: true, step: { kind: 'rename', names } }
}

function isName(name: string): boolean {
  return name.length >= 1 && name.length <= NAME_LENGTH
}
