import { Fragment } from 'react'
import type { Block } from './document.ts'

type Table = Extract<Block, { kind: 'table' }>

/** A table that becomes a list of labelled values on a phone: each cell carries the label of its column. */
export function ReportTable({ table }: { table: Table }) {
  return (
    <table className={table.dense ? 'report-table dense' : 'report-table'}>
      {table.caption !== '' && <caption>{table.caption}</caption>}
      <thead>
        <tr>
          {table.columns.map(({ label, align }) => (
            <th key={label} scope="col" className={align}>
              <Breakable text={label} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((cells, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity, and are never reordered
          <ReportRow key={index} cells={cells} columns={table.columns} />
        ))}
      </tbody>
    </table>
  )
}

function ReportRow({ cells, columns }: { cells: readonly string[]; columns: Table['columns'] }) {
  return (
    <tr>
      {columns.map(({ label, align }, index) => (
        <td key={label} className={align} data-label={label}>
          <Breakable text={cells[index] ?? ''} />
        </td>
      ))}
    </tr>
  )
}

/** A word that is longer than any column may be broken, lest it push the table off the page. */
function Breakable({ text }: { text: string }) {
  const pieces = text.match(/\s*\S{1,30}/g) ?? []
  return pieces.map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no identity
    <Fragment key={index}>
      {index > 0 && !/^\s/.test(piece) && <wbr />}
      {piece}
    </Fragment>
  ))
}
