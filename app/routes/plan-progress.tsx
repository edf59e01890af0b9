import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { consultantOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { PROGRESS_DAYS } from '#app/redesign/commitments/progress-days.ts'
import { ProgressLinks } from '#app/redesign/commitments/progress-links.tsx'
import { listProgressLinks, shareProgress } from '#app/redesign/commitments/share-progress.server.ts'
import { PlanPage } from '#app/redesign/plan/plan-page.tsx'
import { ownedEngagement } from '#app/rounds/owned.server.ts'
import { noteDown } from '#app/session/audit.server.ts'
import appCss from '#app/ui/app.css?url'
import { Button } from '#app/ui/button.tsx'
import copyScript from '#app/ui/copy.browser.js?url'
import { revokeProgressShare } from '#db/progress-shares.ts'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Progress for the sponsor · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const engagement = await ownedEngagement(context, params.engagementId)
  const shares = await listProgressLinks(context.db, engagement.id, context.now(), context.config)
  return { signedIn: consultantOf(context).name, engagement, shares }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const engagement = await ownedEngagement(context, params.engagementId)
  const form = await readForm(request)
  if (form.get('intent') === 'revoke') {
    const share = { id: String(form.get('share')), engagementId: engagement.id }
    if (await revokeProgressShare(context.db, share))
      await noteDown(context, 'ended a link to the progress of the plan', engagement.id)
  } else {
    await shareProgress(context.db, { engagementId: engagement.id, now: context.now() }, context.config)
    await noteDown(
      context,
      `made a link to the progress of the plan for ${PROGRESS_DAYS} days`,
      engagement.id,
    )
  }
  return redirect(`/engagements/${engagement.id}/plan/progress`, 303)
}

export default function PlanProgress() {
  const { signedIn, engagement, shares } = useLoaderData<typeof loader>()
  return (
    <PlanPage
      engagement={engagement}
      signedIn={signedIn}
      title="Progress for the sponsor"
      at="/commitments"
      lede="A page with the commitments of the plan as they stand on the day it is opened: what, who, by when. No answer of anybody is on it."
    >
      <div className="stack-wide">
        <form method="post">
          <Button look="main" name="intent" value="share">
            {`Make a link for ${PROGRESS_DAYS} days`}
          </Button>
        </form>
        <ProgressLinks shares={shares} />
      </div>
      <script src={copyScript} defer />
    </PlanPage>
  )
}
