import { LinkButton } from '#app/ui/button.tsx'
import { counted } from './count-words.ts'

export interface ListedEngagement {
  id: string
  clientName: string
  leadCount: number
  roundCount: number
  archivedOn?: string
}

export function EngagementList({ engagements }: { engagements: readonly ListedEngagement[] }) {
  if (engagements.length === 0) return <FirstEngagement />
  const current = engagements.filter(({ archivedOn }) => archivedOn === undefined)
  const archived = engagements.filter(({ archivedOn }) => archivedOn !== undefined)
  return (
    <div className="stack-wide">
      {current.length > 0 ? (
        <Rows engagements={current} />
      ) : (
        <p className="muted">Every engagement is archived.</p>
      )}
      {archived.length > 0 && (
        <details className="unfold">
          <summary>{`Archived (${archived.length})`}</summary>
          <Rows engagements={archived} />
        </details>
      )}
    </div>
  )
}

function Rows({ engagements }: { engagements: readonly ListedEngagement[] }) {
  return (
    <ul className="rows">
      {engagements.map(({ id, clientName, leadCount, roundCount }) => (
        <li key={id}>
          <a className="main-link" href={`/engagements/${id}`}>
            {clientName}
          </a>
          <span className="muted">{`${counted(leadCount, 'lead')} · ${counted(roundCount, 'round')}`}</span>
        </li>
      ))}
    </ul>
  )
}

function FirstEngagement() {
  return (
    <section className="empty">
      <h2>How it goes</h2>
      <ol>
        <li>An engagement is one client: its departments, its roles, and the leads you will ask.</li>
        <li>A round asks them all the same, each alone. It takes them eight to ten minutes.</li>
        <li>When you close the round, you look through the themes and read the diagnosis.</li>
        <li>You publish the report and give the sponsor a link.</li>
      </ol>
      <div className="buttons">
        <LinkButton look="main" href="/engagements/new">
          Begin with a client
        </LinkButton>
      </div>
    </section>
  )
}
