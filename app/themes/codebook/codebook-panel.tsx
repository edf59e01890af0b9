import { writtenDay } from '#app/rounds/day.ts'
import { Button } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { Field } from '#app/ui/field.tsx'
import { Table } from '#app/ui/table.tsx'
import type { CodingProgress } from '../coding/progress.ts'
import { unconfirmedWords } from '../coding/progress.ts'
import type { CodebookState } from './codebook-state.ts'

export interface Version {
  version: number
  reason: string
  coder: string
  openedOn: string
  lockedOn: string | null
}

type Left = Pick<CodingProgress, 'openGroups' | 'looseLines'>

interface CodebookPanelProps {
  round: { id: string }
  items: readonly CodingProgress[]
  versions: readonly Version[]
  state: CodebookState
  reason: string
}

/** The lock, the versions and the files of a codebook. */
export function CodebookPanel({ round, items, versions, state, reason }: CodebookPanelProps) {
  const lines = items.reduce((sum, item) => sum + item.lines, 0)
  const openGroups = items.reduce((sum, item) => sum + item.openGroups, 0)
  const looseLines = items.reduce((sum, item) => sum + item.looseLines, 0)
  return (
    <section className="stack" id="codebook">
      <h2>Codebook</h2>
      {lines === 0 && <NoLines />}
      {lines > 0 && state.kind === 'open' && (
        <LockStep version={state.version} left={{ openGroups, looseLines }} />
      )}
      {state.kind === 'locked' && <OpenStep state={state} reason={reason} />}
      {versions.length > 0 && <Versions versions={versions} />}
      {lines > 0 && (
        <p>
          {'Themes and coded lines as '}
          <a href={`/rounds/${round.id}/themes.csv`}>CSV</a>
          {' or '}
          <a href={`/rounds/${round.id}/themes.json`}>JSON</a>
          {state.kind === 'open' ? ', without anything of who wrote them.' : '.'}
        </p>
      )}
    </section>
  )
}

function NoLines() {
  return (
    <form method="post">
      <p>No lines have been read yet.</p>
      <Button name="intent" value="read">
        Read the lines
      </Button>
    </form>
  )
}

function LockStep({ version, left }: { version: number; left: Left }) {
  return (
    <form method="post" className="stack">
      <p>
        {`Version ${version} is open. Locking it fixes the themes; the report can then be published and names the version.`}
      </p>
      {left.openGroups + left.looseLines > 0 && (
        <label className="tick" htmlFor="asItStands">
          <input type="checkbox" id="asItStands" name="asItStands" value="yes" />
          <span>
            {`Take what nobody has confirmed (${unconfirmedWords(left)}) as it stands. I answer for that.`}
          </span>
        </label>
      )}
      <Button look="main" name="intent" value="lock">
        Lock the codebook
      </Button>
    </form>
  )
}

function OpenStep({ state, reason }: { state: CodebookState & { kind: 'locked' }; reason: string }) {
  return (
    <>
      <p>{`Version ${state.version} has been locked since ${writtenDay(state.lockedOn)}.`}</p>
      <Confirm ask="Change the codebook" act={`Open version ${state.version + 1}`} intent="reopen">
        <p>
          Reports that are published keep the version they name. A new report needs the new version locked.
        </p>
        <Field name="reason" label="Why it changes" defaultValue={reason} maxLength={300} required />
      </Confirm>
    </>
  )
}

function Versions({ versions }: { versions: readonly Version[] }) {
  return (
    <Table
      caption="Versions of this codebook"
      columns={[{ label: 'Version' }, { label: 'Reason' }, { label: 'Coder' }, { label: 'Locked' }]}
      rows={versions.map(({ version, reason, coder, lockedOn }) => ({
        key: String(version),
        cells: [version, reason, coder, lockedOn ? writtenDay(lockedOn) : 'not yet'],
      }))}
    />
  )
}
