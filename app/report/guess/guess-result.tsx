import { ReportTable } from '../report-table.tsx'
import { type GuessRow, guessTitle } from './guess.ts'

/** What the reader expected beside what the answers say; on this link's page only, never part of the report. */
export function GuessResult({ rows, who }: { rows: readonly GuessRow[]; who: string }) {
  return (
    <section className="report-guess" id="guess" aria-labelledby="guess-title">
      <h2 id="guess-title">{guessTitle(rows)}</h2>
      <ReportTable
        table={{
          kind: 'table',
          caption: `How far ${who} sees the same, 0 to 100`,
          columns: [
            { label: 'Construct', align: 'start' },
            { label: 'Your guess', align: 'end' },
            { label: 'The answers', align: 'end' },
            { label: 'How sure', align: 'start' },
            { label: 'Difference', align: 'start' },
          ],
          rows: rows.map(({ label, guessed, answered, around, difference }) => [
            label,
            guessed === null ? '–' : String(guessed),
            String(answered),
            around,
            difference,
          ]),
        }}
      />
      <p className="report-note">
        This comparison belongs to your link. It is in neither the report nor its PDF.
      </p>
    </section>
  )
}
