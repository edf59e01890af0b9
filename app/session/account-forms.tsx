import { Button, LinkButton } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { ErrorSummary, type FieldErrors } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'

interface AccountFormsProps {
  email: string
  name: string
  errors: FieldErrors
  secondFactor: boolean
  sessions: { browser: string; startedOn: string; here: boolean }[]
}

/** Name, password, second factor and sessions of the person who is signed in. */
export function AccountForms({ email, name, errors, secondFactor, sessions }: AccountFormsProps) {
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
      <section className="stack">
        <h2>Where you are signed in</h2>
        <ul>
          {sessions.map(({ browser, startedOn, here }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sessions are told by nothing that may be shown
            <li key={index}>{`${browser}, since ${startedOn}${here ? ' (this one)' : ''}`}</li>
          ))}
        </ul>
        {sessions.length > 1 && (
          <Confirm
            ask="Sign out everywhere else"
            act="Sign out everywhere else"
            intent="sign-out-others"
            quiet
          >
            <p>All sessions but this one end at once.</p>
          </Confirm>
        )}
      </section>
    </div>
  )
}
