import { Button, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import { COLUMNS } from './roster-columns.ts'

const SAMPLE = [
  COLUMNS.join(', '),
  'Ada Moore, ada.moore@example.com, senior, , Chief operating officer',
  'Ben Osei, ben.osei@example.com, department, Sales, Head of sales',
].join('\n')

/** The first step of an import: a list is pasted or a file chosen. Nothing is stored yet. */
export function RosterForm({ text, error, back }: { text: string; error?: string; back: string }) {
  return (
    <form method="post" encType="multipart/form-data" className="form">
      <ErrorSummary errors={error ? { list: error } : {}} />
      <div>
        <p>The first line names the columns; each further line is one lead. It looks like this:</p>
        <pre className="sample">{SAMPLE}</pre>
        <p className="hint">
          Commas, semicolons or tabs: a range copied from a spreadsheet works as it is. Up to 1000 leads.
        </p>
      </div>
      <TextArea
        name="list"
        label="Paste the list here"
        className="lines"
        rows={10}
        spellCheck={false}
        wrap="off"
        defaultValue={text}
        error={error}
      />
      <Field name="file" label="Or choose a CSV file" type="file" accept=".csv,.tsv,.txt,text/csv" />
      <div className="buttons">
        <Button look="main" name="intent" value="check">
          Check the list
        </Button>
        <LinkButton look="quiet" href={back}>
          Cancel
        </LinkButton>
      </div>
    </form>
  )
}
