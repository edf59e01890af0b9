import type { ReactNode } from 'react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary, type FieldErrors } from '#app/ui/error-summary.tsx'
import type { PlanEntry } from './plan.ts'

/** What came back with a refusal. */
export interface FailedEntry {
  status: number
  errors: FieldErrors
  typed: Record<string, string>
  revision: number
}

interface EntryFormProps {
  entry: Pick<PlanEntry, 'id' | 'revision'> | null
  failed?: FailedEntry
  /** Where the list is. */
  back: string
  /** On the button that takes the entry out. */
  removes: string
  children: ReactNode
}

/** The frame of every form of the plan: it carries which entry it is about, and at which revision that was read. */
export function EntryForm({ entry, failed, back, removes, children }: EntryFormProps) {
  const gone = failed?.status === 404
  return (
    <form method="post" className="form">
      <ErrorSummary errors={failed?.errors ?? {}} />
      <input type="hidden" name="entry" value={gone ? '' : (entry?.id ?? '')} />
      <input type="hidden" name="revision" value={failed?.revision ?? entry?.revision ?? 0} />
      {children}
      <div className="buttons">
        <Button look="main" name="intent" value="save">
          {entry && !gone ? 'Save' : 'Add to the plan'}
        </Button>
        <LinkButton look="quiet" href={back}>
          Cancel
        </LinkButton>
        {entry && !gone && (
          <Button look="danger" name="intent" value="remove" formNoValidate>
            {removes}
          </Button>
        )}
      </div>
    </form>
  )
}
