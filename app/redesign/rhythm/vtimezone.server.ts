import { tzlib_get_ical_block } from 'timezones-ical-library'

/**
 * The definition of a time zone for a calendar file, under the name that was asked for: the library knows some zones by
 * another one. Null for a zone that it does not know.
 */
export function vtimezone(zone: string): string | null {
  if (!/^[A-Za-z0-9_+/-]+$/.test(zone)) return null
  const [block] = tzlib_get_ical_block(zone)
  return block?.startsWith('BEGIN:VTIMEZONE')
    ? block.replace(/^TZID:.*$/m, `TZID:${zone}`).replace(/^X-LIC-LOCATION:.*\r?\n/m, '')
    : null
}
