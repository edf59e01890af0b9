import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'

interface SessionListProps {
  sessions: readonly { id: string; browser: string; startedOn: string; here: boolean }[]
  /** Those that were chosen already. */
  chosen: readonly string[]
  error?: string | undefined
}

/** Where somebody is signed in; one by one or all others at once, each ends with the password. */
export function SessionList({ sessions, chosen, error }: SessionListProps) {
  const others = sessions.filter(({ here }) => !here)
  const here = sessions.find((session) => session.here)
  return (
    <section className="stack">
      <h2>Where you are signed in</h2>
      {here && <p>{`${wordsOf(here)} (this one)`}</p>}
      {others.length === 0 && <p>Nowhere else.</p>}
      {others.length > 0 && (
        <form method="post" className="form">
          <fieldset>
            <legend>Other sessions</legend>
            {others.map((session) => (
              <label key={session.id} className="tick">
                <input
                  type="checkbox"
                  name="session"
                  value={session.id}
                  defaultChecked={chosen.includes(session.id)}
                />
                <span>{wordsOf(session)}</span>
              </label>
            ))}
          </fieldset>
          <Field
            name="sessionPassword"
            label="Your password"
            type="password"
            autoComplete="current-password"
            maxLength={128}
            error={error}
            required
          />
          <div className="buttons">
            <Button name="intent" value="end-sessions">
              End the chosen ones
            </Button>
            <Button name="intent" value="sign-out-others">
              Sign out everywhere else
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}

function wordsOf({ browser, startedOn }: { browser: string; startedOn: string }): string {
  return `${browser}, since ${startedOn}`
}
