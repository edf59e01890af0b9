import { Button, LinkButton } from '#app/ui/button.tsx'
import { Table } from '#app/ui/table.tsx'

export interface QuestionnaireRow {
  /** The id of an own version, or the key of a shipped questionnaire. */
  id: string
  title: string
  version: number
  minutes: string
  state: 'shipped' | 'draft' | 'frozen' | 'put away'
  items: number
  languages: string[]
}

/** What can be asked: the questionnaires that are shipped, and the workspace's own. */
export function QuestionnaireList({
  shipped,
  own,
}: {
  shipped: QuestionnaireRow[]
  own: QuestionnaireRow[]
}) {
  return (
    <div className="stack-wide">
      <section className="stack">
        <h2>Your own</h2>
        {own.length === 0 ? (
          <div className="empty">
            <p>None yet. Make one from a questionnaire below, or import a file.</p>
          </div>
        ) : (
          <Rows caption="Your own questionnaires" rows={own} />
        )}
      </section>
      <section className="stack">
        <h2>Shipped with Plumbline</h2>
        <p className="hint">These do not change. Make your own from one to change its words.</p>
        <Rows caption="Shipped questionnaires" rows={shipped} />
      </section>
    </div>
  )
}

function Rows({ caption, rows }: { caption: string; rows: QuestionnaireRow[] }) {
  return (
    <Table
      caption={caption}
      captionUnseen
      columns={[
        { label: 'Questionnaire' },
        { label: 'State' },
        { label: 'Items' },
        { label: 'Minutes' },
        { label: 'Languages' },
        { label: 'What to do' },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <a key="title" href={`/questionnaires/${row.id}`}>{`${row.title}, version ${row.version}`}</a>,
          row.state,
          row.items,
          row.minutes,
          row.languages.join(', '),
          row.state === 'draft' ? (
            <LinkButton key="act" href={`/questionnaires/${row.id}`}>
              Edit
            </LinkButton>
          ) : (
            <CopyForm key="act" from={row.id} title={row.title} />
          ),
        ],
      }))}
    />
  )
}

function CopyForm({ from, title }: { from: string; title: string }) {
  return (
    <form method="post" action="/questionnaires">
      <input type="hidden" name="from" value={from} />
      <Button name="intent" value="copy" aria-label={`Make your own from ${title}`}>
        Make your own
      </Button>
    </form>
  )
}
