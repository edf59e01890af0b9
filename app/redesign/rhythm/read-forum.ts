import { isTimeZone } from '#app/rounds/time-zone.ts'
import type { FieldErrors } from '#app/ui/error-summary.tsx'
import { CADENCES, type Cadence, type Forum } from './forum.ts'
import { readHolidays } from './holiday-list.ts'

/** Names of the form's fields, as they are typed. */
export type TypedForum = Record<keyof Omit<Forum, 'ownerMail'>, string> & { ownerMail: string }

export function typedForum({ members, agenda, minutes, holidays, ownerMail, ...texts }: Forum): TypedForum {
  return {
    ...texts,
    members: members.join('\n'),
    agenda: agenda.join('\n'),
    minutes: String(minutes),
    holidays: holidays.join('\n'),
    ownerMail: ownerMail ? '1' : '',
  }
}

export type ReadForum = { ok: true; content: Forum } | { ok: false; errors: FieldErrors }

/** Reads the form of a forum. What only its length can be wrong about is left to the plan's schema. */
export function readForum(form: FormData): ReadForum {
  const text = (name: keyof TypedForum) => String(form.get(name) ?? '').trim()
  const holidays = readHolidays(text('holidays'))
  const errors = Object.fromEntries(
    Object.entries(faultsIn(text)).filter((entry): entry is [string, string] => entry[1] !== false),
  )
  if (!holidays.ok) errors.holidays = `No day could be read from “${holidays.line}”.`
  if (!holidays.ok || Object.keys(errors).length > 0) return { ok: false, errors }
  return {
    ok: true,
    content: {
      cadence: text('cadence') as Cadence,
      name: text('name'),
      purpose: text('purpose'),
      owner: text('owner'),
      members: linesOf(text('members')),
      decides: text('decides'),
      agenda: linesOf(text('agenda')),
      inputs: text('inputs'),
      outputs: text('outputs'),
      mustNotBecome: text('mustNotBecome'),
      minutes: Number(text('minutes')),
      startsOn: text('startsOn'),
      startsAt: text('startsAt'),
      timeZone: text('timeZone'),
      onHoliday: text('onHoliday') === 'drop' ? 'drop' : 'next-working-day',
      holidays: holidays.days,
      ...(text('ownerMail') === '1' && { ownerMail: true }),
    },
  }
}

function faultsIn(text: (name: keyof TypedForum) => string): Record<string, string | false> {
  const minutes = Number(text('minutes') || Number.NaN)
  return {
    cadence: !CADENCES.some((cadence) => cadence === text('cadence')) && 'Choose how often it is held.',
    minutes:
      !(Number.isInteger(minutes) && minutes >= 5 && minutes <= 480) &&
      'The length is a whole number of minutes, from 5 to 480.',
    startsOn:
      !/^(20\d\d-\d\d-\d\d)?$/.test(text('startsOn')) &&
      'The first day is a date from 2000 on, as 2027-01-12.',
    startsAt:
      text('startsOn') !== '' && text('startsAt') === '' && 'A forum with a first day needs a time as well.',
    timeZone: !isTimeZone(text('timeZone')) && 'Choose a time zone from the list.',
  }
}

function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim())
  return [...new Set(lines.filter((line) => line !== ''))]
}
