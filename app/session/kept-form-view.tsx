import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

interface KeptFormProps {
  to: string
  fields: readonly (readonly [name: string, value: string])[]
  /** Whether a file or a password has to be given again. */
  short: boolean
  /** After how long without use a session ends. */
  minutes: number
}

/** What was typed waits in this page until its sender has signed in again in another. */
export function KeptFormView({ to, fields, short, minutes }: KeptFormProps) {
  return (
    <div className="stack-wide">
      <Notice tone="heed" title="This has not been saved yet">
        <p>{`You were signed out, because nothing was asked of the server for ${minutes} minutes. What you typed waits in this page: leave it open.`}</p>
      </Notice>
      <ol className="stack">
        <li>
          <a href="/sign-in" target="_blank" rel="noopener">
            Sign in again in another tab
          </a>
        </li>
        <li>Come back to this tab and send the form once more.</li>
      </ol>
      {short && <p>A file that was chosen, or a password, could not be kept: it has to be given again.</p>}
      <form method="post" action={to}>
        {fields.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a form may hold the same name and value twice
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <Button look="main">Send the form once more</Button>
      </form>
    </div>
  )
}
