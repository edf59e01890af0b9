import { LinkButton } from '#app/ui/button.tsx'
import { counted } from './count-words.ts'
import { writtenDay } from './day.ts'
import { type Engagement, type Lead, stillAsked } from './engagement.ts'
import { ArchivedNotice } from './engagement-steps.tsx'
import { LeadTable } from './lead-table.tsx'
import { LeftLeads } from './left-leads.tsx'
import { LookAlikeNotice } from './look-alike-notice.tsx'
import { STATE_NAMES } from './mode-words.ts'
import type { NextAction } from './next-action.ts'
import { NextStep } from './next-step.tsx'
import type { Round } from './round.ts'

export interface ListedRound extends Pick<Round, 'id' | 'title' | 'state' | 'opensOn' | 'closesOn'> {
  invited: number
  done: number
}

export interface Overview {
  engagement: Engagement
  leads: Lead[]
  rounds: ListedRound[]
  next: NextAction
}

export function EngagementOverview({ engagement, leads, rounds, next }: Overview) {
  const base = `/engagements/${engagement.id}`
  const archived = engagement.archivedOn !== undefined
  const asked = stillAsked(leads)
  return (
    <div className="stack-wide">
      {archived ? <ArchivedNotice engagement={engagement} /> : <NextStep next={next} />}
      <LookAlikeNotice engagement={engagement} />
      <section className="stack">
        <div className="section-head">
          <h2>Rounds</h2>
          {!archived && <LinkButton href={`${base}/rounds/new`}>Plan a round</LinkButton>}
        </div>
        {rounds.length === 0 ? <NoRounds /> : <RoundList rounds={rounds} />}
      </section>
      <section className="stack">
        <div className="section-head">
          <h2>Leads</h2>
          {!archived && (
            <div className="buttons">
              <LinkButton href={`${base}/leads/import`}>Import a list</LinkButton>
              <LinkButton href={`${base}/leads/new`}>Add one lead</LinkButton>
            </div>
          )}
        </div>
        {asked.length === 0 ? <NoLeads /> : <LeadTable leads={asked} engagement={engagement} />}
        <LeftLeads leads={leads.filter(({ leftOn }) => leftOn !== undefined)} base={base} />
      </section>
      <section className="stack">
        <div className="section-head">
          <h2>Plan</h2>
          <LinkButton href={`${base}/plan`}>Open the plan</LinkButton>
        </div>
        <p className="muted">
          What is decided after the report: priorities and what stops, who decides, the meetings, results,
          rollout and every commitment with its day.
        </p>
      </section>
      <nav className="ruled buttons" aria-label="More of this engagement">
        <LinkButton look="quiet" href={`${base}/people`}>
          Who can open it
        </LinkButton>
        <LinkButton look="quiet" href={`${base}/log`}>
          Log
        </LinkButton>
        <LinkButton look="quiet" href={`${base}/parcel`}>
          Take it elsewhere
        </LinkButton>
      </nav>
    </div>
  )
}

function NoRounds() {
  return (
    <p className="muted">
      None yet. A round is one questionnaire sent to all leads once; repeat it next quarter to see what moved.
    </p>
  )
}

function NoLeads() {
  return (
    <p className="muted">
      Nobody yet. Ask the whole senior team and, apart from it, the people who lead departments: the distance
      between the two is half of the diagnosis. From five a level on, the report can show a level without
      showing a person.
    </p>
  )
}

function RoundList({ rounds }: { rounds: readonly ListedRound[] }) {
  return (
    <ul className="rows">
      {rounds.map((round) => (
        <li key={round.id}>
          <a className="main-link" href={`/rounds/${round.id}`}>
            {round.title}
          </a>
          <span className="muted">{roundWords(round)}</span>
        </li>
      ))}
    </ul>
  )
}

function roundWords({ state, opensOn, closesOn, invited, done }: ListedRound): string {
  const when =
    state === 'draft' ? `opens ${writtenDay(opensOn)}` : `${done} of ${counted(invited, 'lead')} answered`
  const end = state === 'open' ? `, until ${writtenDay(closesOn)}` : ''
  return `${STATE_NAMES[state]} · ${when}${end}`
}
