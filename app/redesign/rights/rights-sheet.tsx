import { writtenDay } from '#app/rounds/day.ts'
import type { Right } from './right.ts'
import { Path } from './right-facts.tsx'

interface RightsSheetProps {
  clientName: string
  /** The day of the print. */
  today: string
  rights: readonly { id: string; content: Right }[]
}

const COLUMNS = ['When', 'Decides', 'Response, and where it is looked at', 'If not decided', 'Signed off']

/** The register on one sheet of paper. */
export function RightsSheet({ clientName, today, rights }: RightsSheetProps) {
  return (
    <article className="rights-sheet">
      <header>
        <h2>Who decides</h2>
        <p>{`${clientName}. As of ${writtenDay(today)}.`}</p>
      </header>
      <table>
        <caption className="unseen">Decision rights</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
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
    <tr>
      <th scope="row">{situation}</th>
      <td>
        <strong>{owner || 'Nobody yet'}</strong>
      </td>
      <td>
        {response && <p>{response}</p>}
        {cycle && <p className="cycle">{cycle}</p>}
      </td>
      <td>
        <Path escalation={escalation} />
      </td>
      <td>{signedBy ? <Signed by={signedBy} on={signedOn} /> : <span className="open">Name, day:</span>}</td>
    </tr>
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
