import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { consultantOf } from '#app/http/principal.server.ts'
import { EngagementList } from '#app/rounds/engagement-list.tsx'
import { LittleSpace } from '#app/session/little-space.tsx'
import appCss from '#app/ui/app.css?url'
import { LinkButton } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { listEngagements } from '#db/engagements.ts'
import { isNearlyFull } from '#db/free-space.ts'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Engagements · Plumbline' }]

export async function loader({ context }: LoaderFunctionArgs) {
  const consultant = consultantOf(context)
  const engagements = await listEngagements(context.db, consultant.id)
  const isOwner = consultant.role === 'owner'
  const littleSpace = isOwner && isNearlyFull(context.config.databasePath)
  return { signedIn: consultant.name, isOwner, littleSpace, engagements }
}

export default function Engagements() {
  const { signedIn, isOwner, littleSpace, engagements } = useLoaderData<typeof loader>()
  const begun = engagements.length > 0
  return (
    <Page
      title="Engagements"
      signedIn={signedIn}
      lede={
        begun
          ? undefined
          : 'Find out where a plan gets lost between the people who make it and the people who carry it out.'
      }
      actions={begun && <LinkButton href="/engagements/new">New engagement</LinkButton>}
    >
      <div className="stack-wide">
        {littleSpace && <LittleSpace />}
        <EngagementList engagements={engagements} />
      </div>
      <WorkspaceLinks isOwner={isOwner} />
    </Page>
  )
}

function WorkspaceLinks({ isOwner }: { isOwner: boolean }) {
  return (
    <nav className="ruled buttons" aria-label="Workspace">
      <LinkButton look="quiet" href="/questionnaires">
        Questionnaires
      </LinkButton>
      <LinkButton look="quiet" href="/brand">
        Your brand
      </LinkButton>
      <LinkButton look="quiet" href="/engagements/import">
        Take in an engagement
      </LinkButton>
      {isOwner && (
        <>
          <LinkButton look="quiet" href="/people">
            People
          </LinkButton>
          <LinkButton look="quiet" href="/log">
            Log
          </LinkButton>
        </>
      )}
    </nav>
  )
}
