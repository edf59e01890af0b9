import { Button, LinkButton } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'
import { counted, LEAD_NAMES, listed } from './count-words.ts'
import type { BadLine, GoodLine, Roster } from './roster.ts'

interface RosterReviewProps {
  roster: Roster
  /** What stands in the box: every line, as it was typed. */
  text: string
  addDepartments: boolean
  /** Says which list was looked at, so that only that one is imported. */
  seal: string
  /** Leads taken in a moment ago. */
  imported: number
  back: string
}

/** The second step: what an import would do, line by line, before it does it. */
export function RosterReview(props: RosterReviewProps) {
  const { roster, text, seal, imported, back } = props
  return (
    <form method="post" encType="multipart/form-data" className="stack-wide">
      {imported > 0 && (
        <Notice tone="good" title={`${counted(imported, 'lead')} added`}>
          <p>{`${counted(roster.bad.length, 'line')} stayed in the box below, to be mended or left out.`}</p>
        </Notice>
      )}
      {roster.bad.length > 0 && <BadLines bad={roster.bad} />}
      {roster.good.length > 0 && <GoodLines good={roster.good} />}
      <div className="form">
        <TextArea
          name="list"
          label="The list"
          hint="Mend it here and check again. Nothing you leave in the box is lost."
          className="lines"
          rows={12}
          spellCheck={false}
          wrap="off"
          defaultValue={text}
        />
        <NewDepartments {...props} />
        <input type="hidden" name="seal" value={seal} />
        <div className="buttons">
          {roster.good.length > 0 && (
            <Button look="main" name="intent" value="import">
              {`Add ${counted(roster.good.length, 'lead')}`}
            </Button>
          )}
          <Button name="intent" value="check">
            Check again
          </Button>
          <LinkButton look="quiet" href={back}>
            {imported > 0 ? 'Leave the rest out' : 'Cancel'}
          </LinkButton>
        </div>
      </div>
    </form>
  )
}

function BadLines({ bad }: { bad: readonly BadLine[] }) {
  return (
    <section>
      <h2>{counted(bad.length, 'line needs', 'lines need')} a look</h2>
      <Table
        caption="Lines that cannot be added as they are"
        captionUnseen
        columns={[{ label: 'Line' }, { label: 'Reason' }, { label: 'Text' }]}
        rows={bad.map(({ number, reason, text }) => ({
          key: String(number),
          cells: [`Line\u00a0${number}`, reason, <code key="text">{text}</code>],
        }))}
      />
    </section>
  )
}

function GoodLines({ good }: { good: readonly GoodLine[] }) {
  return (
    <section>
      <h2>{counted(good.length, 'lead')} ready to be added</h2>
      <Table
        caption="Leads that will be added"
        captionUnseen
        columns={[
          { label: 'Name' },
          { label: 'E-mail' },
          { label: 'Level' },
          { label: 'Department' },
          { label: 'Title' },
        ]}
        rows={good.map(({ number, details, departmentName }) => ({
          key: String(number),
          cells: [details.name, details.email, LEAD_NAMES[details.level], departmentName, details.jobTitle],
        }))}
      />
    </section>
  )
}

function NewDepartments({ roster, addDepartments }: RosterReviewProps) {
  if (roster.unknownDepartments.length === 0) return null
  return (
    <label className="tick">
      <input type="checkbox" name="addDepartments" value="1" defaultChecked={addDepartments} />
      <span>{`Add to the engagement’s departments: ${listed(roster.unknownDepartments)}`}</span>
    </label>
  )
}
