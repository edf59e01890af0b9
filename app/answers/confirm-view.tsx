export interface ConfirmPage {
  identity: string
  promise: string
  /** In open mode being named needs an explicit yes. */
  asksConsent: boolean
}

/** The only page that says for whom the link was made; nothing that was answered is shown before the yes. */
export function ConfirmView({ page, error }: { page: ConfirmPage; error?: string }) {
  return (
    <main id="main">
      <p className="kicker">Before we start</p>
      <h1>You are {page.identity}?</h1>
      <p className="lede">{page.promise}</p>
      <form method="post" action="/answer">
        {page.asksConsent && <Consent error={error} />}
        <div className="buttons">
          <button className="button main" type="submit" name="who" value="me">
            Yes, that is me
          </button>
          <button className="button" type="submit" name="who" value="not-me">
            No, not me
          </button>
        </div>
      </form>
      {page.asksConsent && (
        <p className="hint">
          You would rather not be named? Then close this page and tell the person who sent you the link.
          Nothing has been recorded.
        </p>
      )}
    </main>
  )
}

function Consent({ error }: { error?: string }) {
  return (
    <div className="item">
      {error && (
        <p className="wrong" id="consent-error" role="alert">
          {error}
        </p>
      )}
      <label className="option">
        <input
          type="checkbox"
          id="consent"
          name="consent"
          value="yes"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? 'consent-error' : undefined}
        />
        <span>Yes, my name may stand next to my answers, where everyone in this round can read them.</span>
      </label>
    </div>
  )
}
