import type { ReactNode } from 'react'
import { Button } from './button.tsx'

interface ConfirmProps {
  /** What the closed button says, such as "Close the round". */
  ask: string
  /** The question and what follows from a yes, with the name of what is lost. */
  children: ReactNode
  /** What the button that does it says: the act and its object, never just "Yes". */
  act: string
  /** Value of the field `intent`. */
  intent: string
  fields?: Record<string, string>
  look?: 'main' | 'plain' | 'danger'
  quiet?: boolean
}

/** Asks before it acts. Opens in place without a script. */
export function Confirm({
  ask,
  children,
  act,
  intent,
  fields = {},
  look = 'plain',
  quiet = false,
}: ConfirmProps) {
  return (
    <details className="confirm">
      <summary className={`button ${quiet ? 'quiet' : look}`}>{ask}</summary>
      <form method="post" className="asked">
        {children}
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button look={look} name="intent" value={intent}>
          {act}
        </Button>
      </form>
    </details>
  )
}
