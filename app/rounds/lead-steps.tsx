import { Button, LinkButton } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { writtenDay } from './day.ts'
import type { Engagement, Lead } from './engagement.ts'

/** What can be done about a lead apart from correcting their details. */
export function LeadSteps({ engagement, lead }: { engagement: Engagement; lead: Lead }) {
  const { name, leftOn } = lead
  if (leftOn !== undefined) return <Left name={name} leftOn={leftOn} />
  return (
    <section className="stack ruled" aria-label={`More about ${name}`}>
      <div>
        <LinkButton href={`/engagements/${engagement.id}/leads/${lead.id}/replace`}>
          Somebody else takes this place
        </LinkButton>
      </div>
      <Confirm ask="Ask no more" act={`Leave ${name} out of later rounds`} intent="leave" quiet>
        <p>{`${name} stays in the rounds they were invited to and is not asked in later ones. You can take them back.`}</p>
      </Confirm>
      <Confirm ask="Remove this lead" act={`Remove ${name}`} intent="remove" look="danger" quiet>
        <p>{`${name} leaves the list of ${engagement.clientName} for good. Only somebody who was never invited can be removed.`}</p>
      </Confirm>
    </section>
  )
}

function Left({ name, leftOn }: { name: string; leftOn: string }) {
  return (
    <Notice title={`No longer asked since ${writtenDay(leftOn)}`}>
      <p>{`Later rounds leave ${name} out. Rounds they were invited to still count them.`}</p>
      <form method="post">
        <Button name="intent" value="return">
          {`Ask ${name} again`}
        </Button>
      </form>
    </Notice>
  )
}
