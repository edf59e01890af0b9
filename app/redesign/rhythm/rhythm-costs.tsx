import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Conflict } from './conflict.ts'
import { RHYTHM_LIMITS } from './forum-templates.ts'
import { hoursWords } from './meeting-hours.ts'
import type { RhythmView } from './rhythm-view.ts'

/** What will not work as it stands; each line leads to the forum. */
export function ConflictList({ conflicts }: { conflicts: readonly Conflict[] }) {
  if (conflicts.length === 0) return null
  return (
    <Notice tone="heed" title="This will not work as it stands">
      <ul>
        {conflicts.map(({ kind, words, forums }) => (
          <li key={`${kind} ${forums.join(' ')} ${words}`}>
            <a href={`#forum-${forums[0]}`}>{words}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** What the rhythm takes from each person, the most first. */
export function HoursTable({ hours }: { hours: RhythmView['hours'] }) {
  const { most, reason } = RHYTHM_LIMITS.hoursAMonth
  return (
    <section>
      <h2>What it takes</h2>
      <p>
        Hours in these forums in a mean month, without preparation. More than {most} are marked. {reason}
      </p>
      <Table
        caption="Hours a month for each person or role"
        captionUnseen
        narrow
        columns={[
          { label: 'Person or role' },
          { label: 'Forums', align: 'end' },
          { label: 'Hours a month', align: 'end' },
        ]}
        rows={hours.map(({ name, hours: total, forums, over }) => ({
          key: name,
          cells: [
            name,
            forums.length,
            over ? <strong key="over">{hoursWords(total)}, too many</strong> : hoursWords(total),
          ],
        }))}
      />
    </section>
  )
}
