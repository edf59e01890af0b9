import { Button, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import { OUTCOME_COLUMNS } from './outcome-columns.ts'
import type { OutcomeFault } from './read-outcomes.ts'

interface OutcomesImportFormProps {
  text?: string
  faults?: readonly OutcomeFault[]
  back: string
}

const NOTHING_TAKEN = 'Nothing was taken in yet: the lines named below need a look.'

/** Lines with faults are named one by one; what was typed stays in the box. */
export function OutcomesImportForm({ text = '', faults = [], back }: OutcomesImportFormProps) {
  return (
    <form method="post" encType="multipart/form-data" className="form">
      <ErrorSummary errors={faults.length > 0 ? { list: NOTHING_TAKEN } : {}} />
      {faults.length > 0 && (
        <ul>
          {faults.map(({ line, reason }) => (
            <li key={line}>{`Line ${line}: ${reason}`}</li>
          ))}
        </ul>
      )}
      <div>
        <p>The first line names the columns, of which only the first is needed:</p>
        <pre className="sample">{OUTCOME_COLUMNS.join(', ')}</pre>
        <p className="hint">
          One line a key result. Several dependencies of a line are parted by an upright stroke.
        </p>
      </div>
      <TextArea
        name="list"
        label="Paste the lines here"
        className="lines"
        rows={10}
        spellCheck={false}
        wrap="off"
        defaultValue={text}
      />
      <Field name="file" label="Or choose a CSV file" type="file" accept=".csv,.tsv,.txt,text/csv" />
      <div className="buttons">
        <Button look="main">Take them in</Button>
        <LinkButton look="quiet" href={back}>
          Cancel
        </LinkButton>
      </div>
    </form>
  )
}
