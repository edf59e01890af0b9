import type { PrivacyMode } from '#app/rounds/round.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { AGGREGATE_IDS } from './aggregate-tables.ts'
import {
  AGGREGATE_WORDS,
  ANSWER_WORDS,
  type ExportWords,
  LINE_WORDS,
  mayExportAnswers,
} from './export-words.ts'

export interface ExportPage {
  roundId: string
  roundTitle: string
  privacyMode: PrivacyMode
  promise: string
  figures: { id: string; title: string }[]
}

interface FileLink {
  label: string
  href: string
}

/** All that can be taken out of a round, each with what is in it and what is held back. */
export function ExportList({ page }: { page: ExportPage }) {
  const { roundId, privacyMode, promise, figures } = page
  const at = (name: string) => `/rounds/${roundId}/exports/${name}`
  const report = (ending: string) => `/rounds/${roundId}/report.${ending}`
  return (
    <div className="stack-wide">
      <Notice title="What was promised">
        <p>{promise}</p>
        <p>
          Every file says it again, in its first line or on its first sheet. Nothing here is for a sponsor:
          give them the link to the report.
        </p>
      </Notice>
      <Export
        title="The report"
        words={{
          holds:
            'The draft as it stands now: on paper, and as slides of its main pages whose texts, tables and pictures can all be edited.',
          heldBack: 'What the report itself holds back.',
        }}
        files={[
          { label: 'PDF, A4', href: report('pdf') },
          { label: 'PDF, US Letter', href: `${report('pdf')}?paper=letter` },
          { label: 'Slides (PPTX)', href: report('pptx') },
          { label: 'Figures as JSON', href: report('json') },
        ]}
      />
      <Export
        title="Figures as tables"
        words={AGGREGATE_WORDS[privacyMode]}
        files={[
          { label: 'Workbook (XLSX)', href: at('aggregates.xlsx') },
          ...AGGREGATE_IDS.map((id) => ({ label: `${id}.csv`, href: at(`${id}.csv`) })),
        ]}
      />
      <Export
        title="Single answers"
        words={ANSWER_WORDS[privacyMode]}
        files={
          mayExportAnswers(privacyMode)
            ? [
                { label: 'Workbook (XLSX)', href: at('answers.xlsx') },
                { label: 'answers.csv', href: at('answers.csv') },
              ]
            : []
        }
      />
      <Export
        title="Lines by theme"
        words={LINE_WORDS[privacyMode]}
        files={[
          { label: 'Workbook (XLSX)', href: at('lines.xlsx') },
          { label: 'lines.csv', href: at('lines.csv') },
        ]}
      />
      <Pictures roundId={roundId} figures={figures} />
      <ReadingNotes />
    </div>
  )
}

function Export({ title, words, files }: { title: string; words: ExportWords; files: FileLink[] }) {
  return (
    <section className="stack">
      <h2>{title}</h2>
      <p>{words.holds}</p>
      <p className="muted">
        <strong>Held back: </strong>
        {words.heldBack}
      </p>
      <Files files={files} of={title} />
    </section>
  )
}

/** The first is the one most people want; the others are links beside it. */
function Files({ files: [first, ...others], of }: { files: FileLink[]; of: string }) {
  if (!first) return null
  return (
    <div className="buttons">
      <LinkButton href={first.href} aria-label={`${of}: ${first.label}`}>
        {first.label}
      </LinkButton>
      {others.map(({ label, href }) => (
        <LinkButton key={href} look="quiet" href={href} aria-label={`${of}: ${label}`}>
          {label}
        </LinkButton>
      ))}
    </div>
  )
}

function Pictures({ roundId, figures }: Pick<ExportPage, 'roundId' | 'figures'>) {
  if (figures.length === 0) return null
  const at = (id: string, format: string) => `/rounds/${roundId}/report/charts/${id}.${format}`
  return (
    <section className="stack">
      <h2>Charts</h2>
      <p>
        Each picture of the report on its own: as a drawing (SVG) and as pixels on white (PNG, two for each
        point).
      </p>
      <ul className="rows">
        {figures.map(({ id, title }) => (
          <li key={id}>
            <span>{title}</span>
            <span className="buttons">
              <LinkButton look="quiet" href={at(id, 'svg')} aria-label={`SVG of “${title}”`}>
                SVG
              </LinkButton>
              <LinkButton look="quiet" href={at(id, 'png')} aria-label={`PNG of “${title}”`}>
                PNG
              </LinkButton>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ReadingNotes() {
  return (
    <section className="stack">
      <h2>Reading the files</h2>
      <ul>
        <li>
          The first line of a CSV file is the promise, the second names the columns. It is UTF-8 with commas.
        </li>
        <li>
          A text that a spreadsheet could take for a formula stands behind an apostrophe in a CSV file, and so
          does a text that begins with one: take one leading apostrophe away and you have the text as it was
          written. In a workbook texts are stored as texts and carry no mark.
        </li>
        <li>
          A number of people stands there three times: as the report says it, and as the fewest and the most
          that these words can mean. An empty cell means that there is no such figure.
        </li>
        <li>
          In the file of answers a list takes a row for each of its lines; place 0 means that it was answered
          with nothing.
        </li>
      </ul>
    </section>
  )
}
