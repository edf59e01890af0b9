import { writtenDay } from '#app/rounds/day.ts'
import type { Invitation } from './invitation.ts'
import { ReportGlimpse } from './report-glimpse.tsx'

export function InvitationView({ invitation }: { invitation: Invitation }) {
  if (invitation.kind === 'closed') return <ClosedView {...invitation} />
  const { clientName, consultantName, purpose, minutes, sectionCount, privacyMode, promise } = invitation
  return (
    <main id="main" className="welcome">
      <p className="kicker">{clientName}</p>
      <h1>How do plans become work here?</h1>
      <p className="lede">
        {consultantName} is asking each leader of {clientName} the same questions, one by one, and will show
        where your views meet and where they part.
      </p>
      <p>{purpose}</p>
      <ul className="facts">
        <li>
          <strong>{minutes} minutes</strong> in {sectionCount} short sections, fine on a phone.
        </li>
        <li>
          <strong>Stop when you like.</strong> Answers are saved as you go; the same link brings you back.
        </li>
        <li>
          <strong>No right answers.</strong> “Can’t say” and “Nothing comes to mind” are answers too.
        </li>
      </ul>
      <section className="who-sees">
        <h2>Who sees what you say</h2>
        <p>{promise}</p>
      </section>
      <form method="post">
        <button className="button main" type="submit">
          Start
        </button>
      </form>
      <ReportGlimpse named={privacyMode === 'open'} />
    </main>
  )
}

export function ClosedView({ clientName, closedOn }: { clientName: string; closedOn: string | null }) {
  return (
    <main id="main">
      <p className="kicker">{clientName}</p>
      <h1>{closedOn ? `This round closed on ${writtenDay(closedOn)}` : 'This round is closed'}</h1>
      <p className="lede">
        Answers can no longer be added or changed. What you handed in before that day counts. If you missed
        it, the person who sent you the link can tell you whether there will be another round.
      </p>
    </main>
  )
}
