import { normaliseLabel } from '#app/http/normalise-text.ts'
import type { CodingAct, CodingStep, ThemeWording } from './coding-step.ts'

export type ParsedStep = { ok: true; step: CodingStep } | { ok: false; error: string }

type ParsedAct = { ok: true; act: CodingAct } | { ok: false; error: string }

const NAME_LENGTH = 140
const DEFINITION_LENGTH = 500
const NAME_FIELD = 'name:'

/**
 * Reads the bench's form: `intent` with what it is about (`accept:<theme>`), ticked lines (`line`) and themes (`tick`), the
 * target (`theme`, `name`), names (`name:<id>`) and definitions (`definition:<id>`).
 */
export function parseCodingStep(form: FormData): ParsedStep {
  const wordings = typedWordings(form).map(({ themeId, name, definition }) => ({
    themeId,
    name: normaliseLabel(name),
    definition: definition === null ? null : definition.trim(),
  }))
  if (!wordings.every(({ name }) => isName(name)))
    return { ok: false, error: 'Every theme needs a name of 1 to 140 characters.' }
  if (wordings.some(({ definition }) => (definition ?? '').length > DEFINITION_LENGTH))
    return { ok: false, error: `A definition has ${DEFINITION_LENGTH} characters at most.` }
  const parsed = parseAct(form)
  return parsed.ok ? { ok: true, step: { ...parsed.act, wordings } } : parsed
}

/** Names and definitions of the themes word for word, for the page to show again. */
export function typedWordings(form: FormData): ThemeWording[] {
  return [...form]
    .filter(([field]) => field.startsWith(NAME_FIELD))
    .map(([field, value]) => {
      const themeId = field.slice(NAME_FIELD.length)
      const definition = form.get(`definition:${themeId}`)
      return { themeId, name: String(value), definition: definition === null ? null : String(definition) }
    })
}

function parseAct(form: FormData): ParsedAct {
  const [intent = '', first = '', second = ''] = String(form.get('intent') ?? '').split(':')
  const ticked = form.getAll('line').map(String)
  switch (intent) {
    case 'accept':
      return { ok: true, act: { kind: 'accept', themeIds: [first] } }
    case 'accept-all':
      return parseAcceptAll(form.getAll(`shown:${first}`).map(String))
    case 'reject':
      return { ok: true, act: { kind: 'reject', themeId: first } }
    case 'join':
    case 'unite':
      return { ok: true, act: { kind: 'merge', themeIds: [first, second] } }
    case 'apart':
      return { ok: true, act: { kind: 'apart', themeIds: [first, second] } }
    case 'merge':
      return parseMerge(form.getAll('tick').map(String))
    case 'move':
      return parseMove(form, ticked)
    case 'take-out':
    case 'split':
      if (ticked.length === 0) return { ok: false, error: 'Tick the lines that do not belong here.' }
      return { ok: true, act: { kind: intent, lineIds: ticked } }
    case 'rename':
      return { ok: true, act: { kind: 'rename' } }
    default:
      return { ok: false, error: 'Choose what to do: confirm, merge or move, or save the names.' }
  }
}

function parseAcceptAll(themeIds: string[]): ParsedAct {
  if (themeIds.length === 0) return { ok: false, error: 'There is nothing left to confirm here.' }
  return { ok: true, act: { kind: 'accept', themeIds } }
}

function parseMerge(themeIds: string[]): ParsedAct {
  if (themeIds.length < 2) return { ok: false, error: 'Tick at least two themes to merge.' }
  return { ok: true, act: { kind: 'merge', themeIds } }
}

function parseMove(form: FormData, lineIds: string[]): ParsedAct {
  const target = String(form.get('theme') ?? '')
  const name = normaliseLabel(String(form.get('name') ?? ''))
  if (lineIds.length === 0) return { ok: false, error: 'Tick the lines to move.' }
  if (target === '') return { ok: false, error: 'Choose the theme that the ticked lines should move to.' }
  if (target === 'new' && !isName(name))
    return { ok: false, error: 'Give the new theme a name of 1 to 140 characters.' }
  return { ok: true, act: { kind: 'move', lineIds, themeId: target === 'new' ? null : target, name } }
}

function isName(name: string): boolean {
  return name.length >= 1 && name.length <= NAME_LENGTH
}
