import { LONGEST_PRIORITY, MOST_PRIORITIES } from '#app/rounds/sealed-key/letter.ts'
import { Button } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'

export interface KeyPage {
  digest: string
  sealedAt: string
  sealedBy: string
  openedAt: string | null
  letter: string | null
  matches: { priority: string; themeIds: string[] }[] | null
  themes: { id: string; name: string }[]
}

/** Before the round opens: what is sealed, which nobody can read, and the form to seal it. */
export function SealView({ page, typed, error }: { page: KeyPage | null; typed: string; error?: string }) {
  return (
    <div className="stack-wide">
      {page && <Sealed page={page} />}
      <form method="post" className="form">
        <ErrorSummary errors={error ? { priorities: error } : {}} />
        <TextArea
          name="priorities"
          label={page ? 'Seal other priorities in their place' : 'The official priorities this quarter'}
          hint={`One a line, the most important first, ${MOST_PRIORITIES} at most, up to ${LONGEST_PRIORITY} characters each. Let the sponsor type them: once sealed, they are not shown again until the round is closed.`}
          className="lines"
          rows={6}
          defaultValue={typed}
          error={error}
          autoComplete="off"
        />
        <div className="buttons">
          <Button look="main" name="intent" value="seal">
            Seal them
          </Button>
        </div>
      </form>
      {page && (
        <Confirm
          ask="Take the key back"
          act="Take the sealed priorities back"
          intent="withdraw"
          look="danger"
        >
          <p>The sealed priorities are deleted unread, and the report says nothing of them.</p>
        </Confirm>
      )}
    </div>
  )
}

/** Once the round is closed and the key still sealed. */
export function OpenView({ page, error }: { page: KeyPage; error?: string }) {
  return (
    <div className="stack-wide">
      {error && (
        <div className="notice wrong-list" role="alert">
          <p>{error}</p>
        </div>
      )}
      <Sealed page={page} />
      <Confirm ask="Open the key" act="Open the sealed priorities" intent="open-key" look="main">
        <p>
          The priorities are shown to you and, with how many leads named each, on page 7 of the report. That
          they were opened is written down.
        </p>
      </Confirm>
    </div>
  )
}

/** The opened key: which themes say the same as each priority. */
export function MatchView({ page, saved }: { page: KeyPage; saved: boolean }) {
  return (
    <div className="stack-wide">
      {saved && (
        <Notice tone="good">
          <p>Saved. The report counts by these themes.</p>
        </Notice>
      )}
      <form method="post" className="stack-wide">
        {page.matches?.map(({ priority, themeIds }, index) => (
          <fieldset key={priority}>
            <legend>{`${index + 1}. ${priority}`}</legend>
            <p className="hint">
              {themeIds.length === 0
                ? 'No theme is ticked: the report says that hardly anybody named it.'
                : 'Leads who named any of the ticked themes count.'}
            </p>
            <div className="ticks">
              {page.themes.map((theme) => (
                <label key={theme.id} className="tick">
                  <input
                    type="checkbox"
                    name={`match.${index}`}
                    value={theme.id}
                    defaultChecked={themeIds.includes(theme.id)}
                  />
                  <span>{theme.name}</span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        <div className="buttons">
          <Button look="main" name="intent" value="match">
            Save
          </Button>
        </div>
      </form>
      <section className="stack">
        <h2>The letter, word for word</h2>
        <p className="hint">
          Whoever wants to check: this text, with its last line break, has the fingerprint below.
        </p>
        <pre className="sample">{page.letter}</pre>
        <Fingerprint digest={page.digest} />
      </section>
    </div>
  )
}

function Sealed({ page }: { page: KeyPage }) {
  return (
    <Notice title="The official priorities are sealed">
      <p>{`By ${page.sealedBy}, on ${page.sealedAt.slice(0, 10)} at ${page.sealedAt.slice(11, 16)} UTC. They can be read again once the round is closed, not before.`}</p>
      <Fingerprint digest={page.digest} />
    </Notice>
  )
}

function Fingerprint({ digest }: { digest: string }) {
  return (
    <p className="small">
      Fingerprint (SHA-256): <code className="digest">{digest}</code>
    </p>
  )
}
