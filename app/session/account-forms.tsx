import { Button, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary, type FieldErrors } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { SessionList } from './session-list.tsx'

interface AccountFormsProps {
  email: string
  name: string
  errors: FieldErrors
  secondFactor: boolean
  sessions: { id: string; browser: string; startedOn: string; here: boolean }[]
  /** Sessions that were chosen in a form that was refused. */
  chosen: readonly string[]
}

/** Name, password, second factor and sessions of the person who is signed in. */
export function AccountForms({ email, name, errors, secondFactor, sessions, chosen }: AccountFormsProps) {
  return (
    <div className="stack-wide">
      <ErrorSummary errors={errors} />
      <form method="post" className="form">
        <h2>Name</h2>
        <Field
          name="name"
          label="Your name"
          hint={`You sign in as ${email}.`}
          autoComplete="name"
          defaultValue={name}
          maxLength={120}
          error={errors.name}
          required
        />
        <Button name="intent" value="name">
          Save the name
        </Button>
      </form>
      <form method="post" className="form">
        <h2>Password</h2>
        <Field
          name="current"
          label="Present password"
          type="password"
          autoComplete="current-password"
          maxLength={128}
          error={errors.current}
          required
        />
        <Field
          name="password"
          label="New password"
          hint="At least 12 characters. All your other sessions end."
          type="password"
          autoComplete="new-password"
          minLength={12}
          maxLength={128}
          error={errors.password}
          required
        />
        <Button name="intent" value="password">
          Change the password
        </Button>
      </form>
      <section className="stack">
        <h2>Second factor</h2>
        <p>
          {secondFactor
            ? 'Signing in asks for a code from your authenticator app.'
            : 'Not set. With it, a stolen password alone opens nothing.'}
        </p>
        <div className="buttons">
          <LinkButton look={secondFactor ? 'plain' : 'main'} href="/account/second-factor">
            {secondFactor ? 'Turn it off' : 'Set up the second factor'}
          </LinkButton>
        </div>
      </section>
      <SessionList sessions={sessions} chosen={chosen} error={errors.sessionPassword} />
    </div>
  )
}
