import type { Item, ItemOf } from '#app/questionnaire/instrument.ts'
import { LINE_LENGTH } from './answer.ts'
import {
  CANT_SAY,
  NONE,
  NOT_APPLICABLE,
  NOTHING,
  privateField,
  ROLE_PREFIX,
  stateField,
  textField,
} from './field-names.ts'
import { parseLines } from './parse-lines.ts'
import { answered, type Parsed, refused, tooLong, typed, unanswered, wordForWord } from './parsed.ts'
import { english, type Say } from './words.ts'

/** The departments and roles that a round's answers may name. */
type Named = readonly { id: string }[]

/** One item's answer out of a form whose text is already normalised. An item that was left alone is `skipped`. */
export function parseItem(
  item: Item,
  form: FormData,
  departments: Named,
  roles: Named,
  say: Say = english,
): Parsed {
  const given = parseValue(item, form, departments, roles, say)
  const state = typed(form, stateField(item.id))
  if (state === '') return given
  const stated = parseState(item, state, say)
  if (!stated.ok) return stated
  const untouched = given.ok && given.answer.state === 'skipped'
  // To pick one of the two would throw away something that was typed.
  return untouched ? stated : refused(say('error.choose-one', { state: stateLabel(item, state, say) }))
}

function parseValue(item: Item, form: FormData, departments: Named, roles: Named, say: Say): Parsed {
  switch (item.kind) {
    case 'lines':
      return parseLines(item, form, departments, say)
    case 'scale':
      return parseScale(item, form, say)
    case 'owner':
      return parseOwner(item, form, roles, say)
    case 'choice':
      return parseChoice(item, form, say)
    case 'multi':
      return parseMulti(item, form, say)
    case 'number':
      return parseNumber(item, form, say)
    case 'text':
      return parseText(item, form, say)
  }
}

function parseState(item: Item, state: string, say: Say): Parsed {
  if (state === CANT_SAY) return unanswered('cant-say')
  if (state === NOT_APPLICABLE) return unanswered('not-applicable')
  if (state === NOTHING && item.kind === 'lines') return answered({ kind: 'lines', lines: [] })
  return refused(say('error.not-offered'))
}

function stateLabel(item: Item, state: string, say: Say): string {
  if (state === NOTHING && item.kind === 'lines') return item.nothingLabel
  return say(state === CANT_SAY ? 'answer.cant-say' : 'answer.not-applicable')
}

function parseScale(item: ItemOf<'scale'>, form: FormData, say: Say): Parsed {
  const chosen = typed(form, item.id)
  if (chosen === '') return unanswered('skipped')
  if (chosen === CANT_SAY) return unanswered('cant-say')
  return /^[1-5]$/.test(chosen)
    ? answered({ kind: 'scale', point: Number(chosen) })
    : refused(say('error.not-offered'))
}

function parseOwner(item: ItemOf<'owner'>, form: FormData, roles: Named, say: Say): Parsed {
  const text = typed(form, textField(item.id))
  const chosen = typed(form, item.id) || (text === '' ? '' : 'someone-else')
  switch (chosen) {
    case '':
      return unanswered('skipped')
    case CANT_SAY:
      return unanswered('cant-say')
    case 'shared':
    case 'nobody':
    case 'offline':
      return answered({ kind: 'owner', owner: { kind: chosen } })
    case 'someone-else': {
      const error = shortTextError(text, say('error.owner-words'), say)
      return error ? refused(error) : answered({ kind: 'owner', owner: { kind: 'someone-else', text } })
    }
  }
  const roleId = chosen.slice(ROLE_PREFIX.length)
  if (!chosen.startsWith(ROLE_PREFIX) || !roles.some((role) => role.id === roleId))
    return refused(say('error.not-offered'))
  return answered({ kind: 'owner', owner: { kind: 'role', roleId } })
}

function parseChoice(item: ItemOf<'choice'>, form: FormData, say: Say): Parsed {
  const text = item.specify ? typed(form, textField(item.id)) : ''
  // Words typed without a choice can only belong to the option that asks for them.
  const chosen = typed(form, item.id) || (text === '' ? '' : (item.specify?.option ?? ''))
  if (chosen === '') return unanswered('skipped')
  if (chosen === CANT_SAY) return unanswered('cant-say')
  if (!item.options.some((option) => option.id === chosen)) return refused(say('error.not-offered'))
  if (chosen !== item.specify?.option) return answered({ kind: 'choice', option: chosen, text: '' })
  const error = shortTextError(text, say('error.choice-words'), say)
  return error ? refused(error) : answered({ kind: 'choice', option: chosen, text })
}

function parseMulti(item: ItemOf<'multi'>, form: FormData, say: Say): Parsed {
  const chosen = form.getAll(item.id)
  if (chosen.length === 0) return unanswered('skipped')
  if (chosen.every((value) => value === CANT_SAY)) return unanswered('cant-say')
  if (chosen.every((value) => value === NONE)) return answered({ kind: 'multi', options: [] })
  const options = item.options.map((option) => option.id)
  if (chosen.some((value) => value === CANT_SAY || value === NONE)) {
    return refused(say('error.none-alone'))
  }
  if (!chosen.every((value) => typeof value === 'string' && options.includes(value)))
    return refused(say('error.not-offered'))
  return answered({ kind: 'multi', options: options.filter((id) => chosen.includes(id)) })
}

function parseNumber(item: ItemOf<'number'>, form: FormData, say: Say): Parsed {
  const text = typed(form, item.id)
  if (text === '') return unanswered('skipped')
  const number = /^-?\d+$/.test(text) ? Number(text) + 0 : Number.NaN
  if (number >= item.min && number <= item.max) return answered({ kind: 'number', number })
  return refused(say('error.whole-number', { min: String(item.min), max: String(item.max) }))
}

function parseText(item: ItemOf<'text'>, form: FormData, say: Say): Parsed {
  // White space at the ends included: what somebody wrote is not ours to tidy up.
  const text = wordForWord(form, item.id)
  if (text === '') return unanswered('skipped')
  const error = tooLong(say('error.this'), text, item.maxLength, say)
  if (error) return refused(error)
  return answered({ kind: 'text', text, mayQuote: typed(form, privateField(item.id)) !== '1' })
}

function shortTextError(text: string, whenEmpty: string, say: Say): string | null {
  return text === '' ? whenEmpty : tooLong(say('error.this'), text, LINE_LENGTH, say)
}
