import { Confirm } from '#app/ui/confirm.tsx'

interface ShareRow {
  id: string
  url: string
  version: number
  expiresOn: string
  state: 'active' | 'expired' | 'revoked'
  lastOpenedOn: string | null
}

/** The links of a round's report; each can be copied while it lives, and ended. */
export function ShareList({ shares }: { shares: readonly ShareRow[] }) {
  if (shares.length === 0) return null
  return (
    <section className="ruled">
      <h2>Links</h2>
      <ul className="rows">
        {shares.map((share) => (
          <li key={share.id}>
            {share.state === 'active' ? (
              <ActiveShare share={share} />
            ) : (
              <span>{`Version ${share.version}: ${share.state}`}</span>
            )}
            <span>{share.lastOpenedOn ? `last opened on ${share.lastOpenedOn}` : 'not opened yet'}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ActiveShare({ share }: { share: ShareRow }) {
  return (
    <div className="share">
      <label htmlFor={`link-${share.id}`}>{`Version ${share.version}, until ${share.expiresOn}`}</label>
      <input id={`link-${share.id}`} type="text" readOnly value={share.url} />
      <button type="button" className="button" data-copy={`link-${share.id}`} hidden>
        Copy
      </button>
      <Confirm
        ask="End this link"
        act="End this link now"
        intent="revoke"
        fields={{ share: share.id }}
        look="danger"
      >
        <p>Whoever has this link can no longer open the report. A new link can be made at any time.</p>
      </Confirm>
    </div>
  )
}
