import { Table } from '#app/ui/table.tsx'

/** What consultants did, the newest first. */
export function AuditList({
  events,
}: {
  events: readonly { at: string; consultantName: string; words: string }[]
}) {
  if (events.length === 0) return <p>Nothing has been written down yet.</p>
  return (
    <Table
      caption="What was done"
      captionUnseen
      columns={[{ label: 'When (UTC)' }, { label: 'Who' }, { label: 'What' }]}
      rows={events.map(({ at, consultantName, words }, index) => ({
        key: String(index),
        cells: [`${at.slice(0, 10)} ${at.slice(11, 16)}`, consultantName, words],
      }))}
    />
  )
}
