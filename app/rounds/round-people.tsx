import { LinkButton } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { Table } from '#app/ui/table.tsx'
import { counted } from './count-words.ts'
import type { Department, Lead } from './engagement.ts'
import { LevelMark } from './level-mark.tsx'
import { PERSON_STATES } from './progress.ts'
import type { Participation } from './round.ts'

interface PlaceOfLead {
  participation: Participation
  lead: Lead
}

interface RoundPeopleProps {
  engagement: { id: string; departments: readonly Department[] }
  places: readonly PlaceOfLead[]
  withdrawn: readonly PlaceOfLead[]
}

/** Everybody who has a place in an open round, and those whose place was taken back. */
export function RoundPeople({ engagement, places, withdrawn }: RoundPeopleProps) {
  return (
    <div className="stack-wide" id="people" tabIndex={-1}>
      <Table
        caption={`${counted(places.length, 'lead')} invited`}
        columns={[
          { label: 'Lead' },
          { label: 'Level' },
          { label: 'Department' },
          { label: 'State' },
          { label: 'Change' },
        ]}
        rows={places.map((place) => ({
          key: place.participation.id,
          cells: cellsOf(place, engagement),
        }))}
      />
      <p>
        Somebody new? <a href={`/engagements/${engagement.id}/leads/new`}>Add them to the engagement</a> and
        invite them on the page of the round.
      </p>
      {withdrawn.length > 0 && <Withdrawn places={withdrawn} />}
    </div>
  )
}

function cellsOf({ participation, lead }: PlaceOfLead, { id, departments }: RoundPeopleProps['engagement']) {
  const page = `/engagements/${id}/leads/${lead.id}`
  return [
    <span key="name">
      {lead.name}
      <span className="muted small under">{lead.email}</span>
    </span>,
    <LevelMark key="level" level={lead.level} />,
    departments.find((department) => department.id === lead.departmentId)?.name ?? '',
    PERSON_STATES[participation.state],
    <div key="change" className="buttons">
      <LinkButton look="quiet" href={page} aria-label={`Correct ${lead.name}`}>
        Correct
      </LinkButton>
      <LinkButton look="quiet" href={`${page}/replace`} aria-label={`Replace ${lead.name}`}>
        Replace
      </LinkButton>
      {participation.state !== 'done' && <Withdraw participation={participation} lead={lead} />}
    </div>,
  ]
}

function Withdraw({ participation: { id, state }, lead: { name } }: PlaceOfLead) {
  return (
    <Confirm
      ask="Withdraw"
      act={`Withdraw ${name}`}
      intent="withdraw"
      fields={{ participationId: id }}
      look="danger"
      quiet
    >
      <p>{`The link of ${name} dies at once, and the round no longer counts them as invited.`}</p>
      {state === 'started' && (
        <p>What they have begun is kept until the round closes, in case you give the place back.</p>
      )}
    </Confirm>
  )
}

function Withdrawn({ places }: { places: readonly PlaceOfLead[] }) {
  return (
    <section className="stack">
      <h2>Withdrawn</h2>
      <ul className="rows">
        {places.map(({ participation, lead }) => (
          <li key={participation.id}>
            <span>{lead.name}</span>
            <Confirm
              ask="Give the place back"
              act={`Give ${lead.name} a place again`}
              intent="restore"
              fields={{ participationId: participation.id }}
              quiet
            >
              <p>{`${lead.name} gets a new link, which you send or mail. What they had begun is there again.`}</p>
            </Confirm>
          </li>
        ))}
      </ul>
    </section>
  )
}
