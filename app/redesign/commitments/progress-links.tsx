import { writtenDay } from '#app/rounds/day.ts'
import { Confirm } from '#app/ui/confirm.tsx'

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
            {share.state === 'active' ? <ActiveLink share={share} /> : <span>{ENDED[share.state]}</span>}
            <span className="muted">
              {share.lastOpenedOn ? `Last opened on ${writtenDay(share.lastOpenedOn)}` : 'Not opened yet'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ActiveLink({ share: { id, url, expiresOn } }: { share: ProgressLinkRow }) {
  const field = `link-${id}`
  return (
    <>
      <div>
        <label className="label" htmlFor={field}>{`Until ${writtenDay(expiresOn)}`}</label>
        <div className="link-field">
          <input className="copied-from" id={field} type="text" readOnly value={url} />
          <button type="button" className="button" data-copy={field} hidden>
            Copy
          </button>
        </div>
      </div>
      <Confirm
        ask="End this link"
        act="End this link now"
        intent="revoke"
        fields={{ share: id }}
        look="danger"
      >
        <p>Whoever has this link can no longer see the progress. A new link can be made at any time.</p>
      </Confirm>
    </>
  )
}
