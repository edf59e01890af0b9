import { Button, LinkButton } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { writtenDay } from './day.ts'
import type { Engagement } from './engagement.ts'

interface EngagementStepsProps {
  engagement: Engagement
  /** Why the last step was not taken. */
  error?: string | undefined
}

/** Says that an engagement is archived, and takes it out again. */
export function ArchivedNotice({ engagement: { archivedOn } }: EngagementStepsProps) {
  if (archivedOn === undefined) return null
  return (
    <Notice tone="heed" title={`Archived on ${writtenDay(archivedOn)}`}>
      <p>Everything can be read and nothing changed. Sponsors’ links work as before.</p>
      <form method="post">
        <Button name="intent" value="unarchive">
          Take it out of the archive
        </Button>
      </form>
    </Notice>
  )
}

/** What can be done with an engagement as a whole. */
export function EngagementSteps({ engagement, error }: EngagementStepsProps) {
  const { id, clientName, archivedOn } = engagement
  return (
    <section className="stack ruled" aria-label="The engagement as a whole">
      {error && (
        <div className="notice wrong-list" role="alert">
          <p>{error}</p>
        </div>
      )}
      <div className="buttons">
        <LinkButton look="quiet" href={`/engagements/${id}/duplicate`}>
          Duplicate
        </LinkButton>
        {archivedOn === undefined && (
          <Confirm ask="Archive" act={`Archive ${clientName}`} intent="archive" quiet>
            <p>{`${clientName} leaves the list of engagements and can only be read. Nothing is deleted, and you can take it out again.`}</p>
          </Confirm>
        )}
      </div>
    </section>
  )
}
