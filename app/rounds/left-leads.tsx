import { writtenDay } from './day.ts'
import type { Lead } from './engagement.ts'

/** Who is no longer asked; rounds that asked them still count them. */
export function LeftLeads({ leads, base }: { leads: readonly Lead[]; base: string }) {
  if (leads.length === 0) return null
  return (
    <details className="unfold">
      <summary>{`No longer asked (${leads.length})`}</summary>
      <ul className="rows">
        {leads.map(({ id, name, leftOn = '' }) => (
          <li key={id}>
            <a href={`${base}/leads/${id}`}>{name}</a>
            <span className="muted">{`since ${writtenDay(leftOn)}`}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
