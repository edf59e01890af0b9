import { useWords } from './speech.tsx'

export interface ConfirmPage {
  identity: string
  promise: string
  /** In open mode being named needs an explicit yes. */
  asksConsent: boolean
  /** Whether a yes is enough to be shown what was answered before. */
  readsAll?: boolean
}

/** The only page that says for whom the link was made; nothing that was answered is shown before the yes. */
export function ConfirmView({ page, error }: { page: ConfirmPage; error?: string }) {
  const say = useWords()
  return (
    <main id="main">
      <p className="kicker">{say('confirm.kicker')}</p>
      <h1>{say('confirm.title', { identity: page.identity })}</h1>
      <p className="lede">{page.promise}</p>
      <form method="post" action="/answer">
        {page.asksConsent && <Consent error={error} />}
        <div className="buttons">
          <button className="button main" type="submit" name="who" value="me">
            {say('confirm.me')}
          </button>
          <button className="button" type="submit" name="who" value="not-me">
            {say('confirm.not-me')}
          </button>
        </div>
      </form>
      {page.readsAll && <p className="hint">{say('confirm.reads-all')}</p>}
      {page.asksConsent && <p className="hint">{say('confirm.decline')}</p>}
    </main>
  )
}

function Consent({ error }: { error?: string }) {
  const say = useWords()
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
        <span>{say('confirm.consent')}</span>
      </label>
    </div>
  )
}
