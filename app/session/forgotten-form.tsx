import { Button, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'

interface ForgottenFormProps {
  email: string
  error?: string | undefined
}

/** Where mail is set: the address to which a link goes. */
export function ForgottenForm({ email, error }: ForgottenFormProps) {
  return (
    <form method="post" className="form">
      <ErrorSummary errors={error ? { email: error } : {}} />
      <Field
        name="email"
        label="E-mail address"
        hint="The one you sign in with."
        type="email"
        autoComplete="username"
        maxLength={254}
        required
        defaultValue={email}
        error={error}
      />
      <div className="buttons">
        <Button look="main">Send the link</Button>
        <LinkButton look="quiet" href="/sign-in">
          Back to signing in
        </LinkButton>
      </div>
    </form>
  )
}

/** The same to everybody, whether the address has an account or not. */
export function ForgottenSent({ minutes }: { minutes: number }) {
  return (
    <div className="stack">
      <Notice tone="good" title="Look at your mail">
        <p>
          {`If there is an account with this address, a link is on its way to it. It works once, within ${minutes} minutes.`}
        </p>
      </Notice>
      <p>
        Nothing there after a few minutes? Look among the unwanted mails, check that you used the address of
        your account, or ask an owner of your workspace, who can make a link as well.
      </p>
      <div className="buttons">
        <LinkButton href="/sign-in">Back to signing in</LinkButton>
      </div>
    </div>
  )
}

/** Without mail the link comes from a person. */
export function ForgottenByHand() {
  return (
    <div className="stack">
      <p>This server sends no mail, so a person has to make the link for you:</p>
      <ul>
        <li>an owner of your workspace, on the page of people;</li>
        <li>if you are the only owner, whoever runs the server, with a command.</li>
      </ul>
      <p>With it you choose a new password yourself. A second factor is asked for as before.</p>
      <div className="buttons">
        <LinkButton href="/sign-in">Back to signing in</LinkButton>
      </div>
    </div>
  )
}
