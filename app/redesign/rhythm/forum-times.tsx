import { placeOf } from '#app/rounds/time-zone.ts'
import { Field, Select, TextArea } from '#app/ui/field.tsx'
import type { TypedForum } from './read-forum.ts'

interface ForumTimesProps {
  field: (name: keyof TypedForum) => { name: string; error?: string; defaultValue: string }
  zones: readonly string[]
  ownerMail: boolean
}

const ON_HOLIDAY = [
  { value: 'next-working-day', label: 'It is held on the next working day' },
  { value: 'drop', label: 'It is left out' },
]

/** When a forum is held: what its calendar file is made from. */
export function ForumTimes({ field, zones, ownerMail }: ForumTimesProps) {
  return (
    <fieldset className="form">
      <legend>For the calendar</legend>
      <div className="side-by-side">
        <Field
          {...field('startsOn')}
          type="date"
          label="First held on"
          hint="Its weekday stays; a monthly forum keeps its week of the month too."
        />
        <Field
          {...field('startsAt')}
          type="time"
          label="At"
          hint="By the clock of the time zone, summer and winter."
        />
      </div>
      <div className="side-by-side">
        <Field {...field('minutes')} label="Length in minutes" inputMode="numeric" maxLength={3} />
        <Select
          {...field('timeZone')}
          label="Time zone"
          options={zones.map((zone) => ({ value: zone, label: zoneLabel(zone) }))}
        />
      </div>
      <TextArea
        {...field('holidays')}
        label="Public holidays"
        hint="One a line, such as 2026-12-25 or 25 December 2026; a name after the date does no harm. 04/05/2026 is read as 4 May."
        rows={4}
      />
      <Select {...field('onHoliday')} label="When it falls on one of them" options={ON_HOLIDAY} />
      <label className="tick">
        <input type="checkbox" name="ownerMail" value="1" defaultChecked={ownerMail} />
        <span>
          Put the owner’s e-mail address into the calendar file
          <span className="hint wide">
            Only where the owner is one of the leads. Otherwise it carries names alone.
          </span>
        </span>
      </label>
    </fieldset>
  )
}

function zoneLabel(zone: string): string {
  const area = zone.split('/').slice(0, -1).join(', ').replaceAll('_', ' ')
  return area ? `${placeOf(zone)} (${area})` : zone
}
