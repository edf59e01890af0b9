import { Confirm } from './confirm.tsx'

interface SharedLinkProps {
  id: string
  label: string
  url: string
  /** What whoever has the link can no longer do once it is ended. */
  ends: string
}

/** A link that was made for somebody: to be copied while it lives, and ended. */
export function SharedLink({ id, label, url, ends }: SharedLinkProps) {
  const field = `link-${id}`
  return (
    <>
      <div>
        <label className="label" htmlFor={field}>
          {label}
        </label>
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
        <p>{`Whoever has this link can no longer ${ends}. A new link can be made at any time.`}</p>
      </Confirm>
    </>
  )
}
