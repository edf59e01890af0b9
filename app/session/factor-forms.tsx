import { Button, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { QrCode, type QrPicture } from '#app/ui/qr-code.tsx'

interface FactorSetUpProps {
  offered: { secret: string; picture: QrPicture }
}

export function FactorSetUp({ offered: { secret, picture } }: FactorSetUpProps) {
  return (
    <form method="post" className="form">
      <p>Scan this with an authenticator app on your phone, or type the key into it.</p>
      <QrCode picture={picture} label="The key as a picture for the app’s camera" />
      <p>
        Key: <code>{secret.replace(/(.{4})/g, '$1 ').trim()}</code>
      </p>
      <Field
        name="code"
        label="The six digits that the app shows now"
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={10}
        required
      />
      <Button look="main" name="intent" value="on">
        Turn the second factor on
      </Button>
    </form>
  )
}

export function FactorBegin({ error, demanded }: { error?: string | undefined; demanded: boolean }) {
  return (
    <form method="post" className="form">
      <ErrorSummary errors={error ? { password: error } : {}} />
      {demanded && (
        <Notice tone="heed" title="Everybody in this workspace needs a second factor">
          <p>Once you have set yours up, everything else opens again.</p>
        </Notice>
      )}
      <p>
        You need an authenticator app on your phone. From then on signing in asks for six digits that only the
        app knows.
      </p>
      <Field
        name="password"
        label="Your password"
        type="password"
        autoComplete="current-password"
        required
        error={error}
      />
      <Button look="main" name="intent" value="begin">
        Show the key
      </Button>
    </form>
  )
}

export function FactorTurnOff({ error }: { error?: string | undefined }) {
  return (
    <form method="post" className="form">
      <ErrorSummary errors={error ? { password: error } : {}} />
      <p>The second factor is in use. Turning it off makes your password the only lock again.</p>
      <Field
        name="password"
        label="Your password"
        type="password"
        autoComplete="current-password"
        required
        error={error}
      />
      <Button look="danger" name="intent" value="off">
        Turn the second factor off
      </Button>
    </form>
  )
}

export function FactorStays() {
  return (
    <p>The second factor is in use. Everybody in this workspace needs one, so it cannot be turned off.</p>
  )
}

export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <div className="stack-wide">
      <Notice tone="good" title="The second factor is on">
        <p>
          Keep these recovery codes where your phone is not. Each opens the door once; they are not shown
          again.
        </p>
      </Notice>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code.replace(/(.{4})/g, '$1 ').trim()}</code>
          </li>
        ))}
      </ul>
      <div className="buttons">
        <LinkButton look="main" href="/account">
          I have kept them
        </LinkButton>
      </div>
    </div>
  )
}
