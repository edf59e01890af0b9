import type { ReactNode } from 'react'

export interface Column {
  label: string
  align?: 'start' | 'end'
}

export interface Row {
  key: string
  /** One cell a column; the first names the row. */
  cells: ReactNode[]
}

interface TableProps {
  caption: string
  /** The heading above already says what the table holds: the caption is for screen readers only. */
  captionUnseen?: boolean
  columns: readonly Column[]
  rows: readonly Row[]
  /** Short enough to stay a table on a phone. */
  narrow?: boolean
}

// Browsers drop the meaning of a table once its parts are laid out as blocks, so every part says what it is.
const as = (role: string) => ({ role })

/** A table that becomes a list on a phone, unless it is narrow. */
export function Table({ caption, captionUnseen = false, columns, rows, narrow = false }: TableProps) {
  return (
    <table className={narrow ? 'table narrow-table' : 'table listed'} {...as('table')}>
      <caption className={captionUnseen ? 'unseen' : undefined}>{caption}</caption>
      <thead {...as('rowgroup')}>
        <tr {...as('row')}>
          {columns.map((column) => (
            <th key={column.label} scope="col" {...as('columnheader')} className={column.align}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as('rowgroup')}>
        {rows.map((row) => (
          <TableRow key={row.key} row={row} columns={columns} />
        ))}
      </tbody>
    </table>
  )
}

function TableRow({ row, columns }: { row: Row; columns: readonly Column[] }) {
  const [head, ...cells] = row.cells
  return (
    <tr {...as('row')}>
      <th scope="row" {...as('rowheader')}>
        {head}
      </th>
      {cells.map((cell, index) => {
        const column = columns[index + 1]
        return (
          <td key={column?.label} {...as('cell')} className={column?.align} data-label={column?.label}>
            {cell}
          </td>
        )
      })}
    </tr>
  )
}
