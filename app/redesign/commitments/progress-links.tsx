import { writtenDay } from '#app/rounds/day.ts'
import { SharedLink } from '#app/ui/shared-link.tsx'

interface ProgressLinkRow {
  id: string
  url: string
  expiresOn: string
  state: 'active' | 'expired' | 'revoked'
  lastOpenedOn: string | null
}

const ENDED = { expired: 'Expired', revoked: 'Ended by hand' } as const

/** The links to a plan's progress; each can be copied while it lives, and ended. */
export function ProgressLinks({ shares }: { shares: readonly ProgressLinkRow[] }) {
  if (shares.length === 0) return null
  return (
    <section className="stack">
      <h2>Links</h2>
      <ul className="rows">
        {shares.map((share) => (
          <li key={share.id} className="share">
            {share.state === 'active' ? (
              <SharedLink
                id={share.id}
                label={`Until ${writtenDay(share.expiresOn)}`}
                url={share.url}
                ends="see the progress"
              />
            ) : (
              <span>{ENDED[share.state]}</span>
            )}
            <span className="muted">
              {share.lastOpenedOn ? `Last opened on ${writtenDay(share.lastOpenedOn)}` : 'Not opened yet'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
