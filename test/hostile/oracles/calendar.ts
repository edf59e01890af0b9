import ICAL from 'ical.js'
import { normalised } from '../expected.ts'

export interface SeenCalendar {
  events: { summary: string; description: string; organizer: string | null; name: string }[]
  faults: string[]
}

/** Whatever else stands in a calendar came out of somebody's text. */
const OWN_PARTS = new Set(['vcalendar', 'vtimezone', 'standard', 'daylight', 'vevent'])
const OWN_PROPERTIES = new Set(
  `uid sequence dtstamp last-modified dtstart dtend rrule exdate recurrence-id summary description organizer`.split(
    ' ',
  ),
)
const LONGEST_LINE = 75

/** A calendar file by its bytes and as a calendar program reads it. */
export function readCalendarFile(bytes: Uint8Array): SeenCalendar {
  const text = Buffer.from(bytes).toString('utf8')
  const faults = byteFaults(bytes, text)
  try {
    const calendar = new ICAL.Component(ICAL.parse(text))
    faults.push(...partFaults(calendar))
    return { events: calendar.getAllSubcomponents('vevent').map(eventOf), faults }
  } catch (error) {
    return { events: [], faults: [...faults, `it cannot be read: ${String(error).slice(0, 200)}`] }
  }
}

/** Lines end in CR and LF, are folded before they are too long, and hold no other control sign. */
function byteFaults(bytes: Uint8Array, text: string): string[] {
  const faults: string[] = []
  if (Buffer.compare(Buffer.from(text), Buffer.from(bytes)) !== 0) faults.push('it is no UTF-8')
  const lines = text.split('\r\n')
  if (lines.pop() !== '') faults.push('the last line does not end')
  const long = lines.filter((line) => Buffer.byteLength(line) > LONGEST_LINE)
  if (long.length > 0) faults.push(`${long.length} lines are longer than ${LONGEST_LINE} bytes`)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const odd = lines.filter((line) => /[\u0000-\u0008\u000a-\u001f\u007f]/.test(line))
  if (odd.length > 0) faults.push(`${odd.length} lines hold control signs`)
  return faults
}

function partFaults(part: ICAL.Component): string[] {
  const own = part.name === 'vevent' ? part.getAllProperties() : []
  const strange = own.filter(({ name }) => !OWN_PROPERTIES.has(name)).map(({ name }) => `a property ${name}`)
  const doubled = ['summary', 'description', 'organizer', 'uid', 'dtstart'].filter(
    (name) => own.filter((one) => one.name === name).length > 1,
  )
  return [
    ...(OWN_PARTS.has(part.name) ? [] : [`a part ${part.name}`]),
    ...strange,
    ...doubled.map((name) => `${name} comes twice`),
    ...part.getAllSubcomponents().flatMap(partFaults),
  ]
}

function eventOf(event: ICAL.Component): SeenCalendar['events'][number] {
  const organizer = event.getFirstProperty('organizer')
  return {
    summary: String(event.getFirstPropertyValue('summary') ?? ''),
    description: String(event.getFirstPropertyValue('description') ?? ''),
    organizer: organizer ? String(organizer.getFirstValue()) : null,
    name: String(organizer?.getParameter('cn') ?? ''),
  }
}

/** A text as calendars hold it: separators of lines and paragraphs end a line. Reckoned apart from the product. */
export function calendarWords(text: string): string {
  return normalised(text)
    .replace(/[\u2028\u2029]/g, '\n')
    .trim()
}

export function calendarName(text: string): string {
  return calendarWords(text).replace(/\s+/g, ' ').trim()
}
