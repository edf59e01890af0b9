import type { ReactNode } from 'react'
import { writtenDay } from '#app/rounds/day.ts'
import type { Right } from './right.ts'
import { Path } from './right-facts.tsx'
import { isDense } from './sheet-size.ts'

interface RightsSheetProps {
  clientName: string
  /** The day of the print. */
  today: string
  rights: readonly { id: string; content: Right }[]
}

const COLUMNS = ['When', 'Decides', 'Response, and where it is looked at', 'If not decided', 'Signed off']

// On a phone the rows become blocks, and browsers would forget that they are a table.
const as = (role: string) => ({ role })

/** The register on one sheet of paper. */
export function RightsSheet({ clientName, today, rights }: RightsSheetProps) {
  return (
    <article
      className={isDense(rights.map(({ content }) => content)) ? 'rights-sheet dense' : 'rights-sheet'}
    >
      <header>
        <h2>Who decides</h2>
        <p>{`${clientName}. As of ${writtenDay(today)}.`}</p>
      </header>
      <table {...as('table')}>
        <caption className="unseen">Decision rights</caption>
        <thead {...as('rowgroup')}>
          <tr {...as('row')}>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" {...as('columnheader')}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...as('rowgroup')}>
          {rights.map(({ id, content }) => (
            <SheetRow key={id} right={content} />
          ))}
        </tbody>
      </table>
      <footer>
        <p>What is not signed is a proposal. A change of a right takes its signature away.</p>
      </footer>
    </article>
  )
}

function SheetRow({ right }: { right: Right }) {
  const { situation, owner, response, cycle, escalation, signedBy, signedOn } = right
  return (
    <tr {...as('row')}>
      <th scope="row" {...as('rowheader')}>
        {situation}
      </th>
      <Cell column={1}>
        <strong>{owner || 'Nobody yet'}</strong>
      </Cell>
      <Cell column={2}>
        {response && <p>{response}</p>}
        {cycle && <p className="cycle">{cycle}</p>}
      </Cell>
      <Cell column={3}>
        <Path escalation={escalation} />
      </Cell>
      <Cell column={4}>
        {signedBy ? <Signed by={signedBy} on={signedOn} /> : <span className="open">Name, day:</span>}
      </Cell>
    </tr>
  )
}

function Cell({ column, children }: { column: number; children: ReactNode }) {
  return (
    <td {...as('cell')} data-label={COLUMNS[column]}>
      {children}
    </td>
  )
}

function Signed({ by, on }: { by: string; on: string }) {
  return (
    <>
      <p>{by}</p>
      <p>{writtenDay(on)}</p>
    </>
  )
}
