import { Select } from '#app/ui/field.tsx'
import { placeOf } from './time-zone.ts'

interface LastDayFieldsProps {
  typed: Record<string, string>
  errors: { timeZone?: string }
  zones: readonly string[]
}

/** Whose day the last one is, and whether the round ends with it. */
export function LastDayFields({ typed, errors, zones }: LastDayFieldsProps) {
  return (
    <>
      <Select
        name="timeZone"
        label="Time zone of the client"
        hint="The last day ends at midnight there."
        defaultValue={typed.timeZone}
        error={errors.timeZone}
        options={zones.map((zone) => ({ value: zone, label: zoneLabel(zone) }))}
      />
      <label className="tick">
        <input type="checkbox" name="closesItself" value="1" defaultChecked={typed.closesItself === '1'} />
        <span>
          Close by itself at the end of that day
          <span className="hint wide">
            Otherwise the round stays open until you close it, and the day is for your leads to plan by.
          </span>
        </span>
      </label>
    </>
  )
}

function zoneLabel(zone: string): string {
  const area = zone.split('/').slice(0, -1).join(', ').replaceAll('_', ' ')
  return area ? `${placeOf(zone)} (${area})` : zone
}
