import { counted, LEAD_NAMES, listed } from '#app/rounds/count-words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { erasureWords, type Person, type PersonInRound } from './person.ts'

interface PersonViewProps {
  person: Person
  /** The page of the lead. */
  base: string
  /** What was just erased. */
  erased: string | null
}

/** What is held about one person: to be handed to them, and to be erased when they ask. */
export function PersonView({ person, base, erased }: PersonViewProps) {
  return (
    <div className="stack-wide">
      {erased && (
        <Notice tone="good" title="Erased">
          <p>{erased}</p>
        </Notice>
      )}
      <Roster person={person} />
      <section className="stack">
        <h2>Rounds</h2>
        {person.rounds.length === 0 && <p className="muted">{`${person.name} has not been asked yet.`}</p>}
        <dl className="pairs">
          {person.rounds.map((round) => (
            <RoundPart key={round.roundId} round={round} />
          ))}
        </dl>
      </section>
      <section className="stack">
        <h2>Hand it over</h2>
        <p>{`Both files hold everything above and, where they can be given, the answers of ${person.name}. Give them to nobody else.`}</p>
        <div className="buttons">
          <LinkButton href={`${base}/data.csv`}>Table (CSV)</LinkButton>
          <LinkButton href={`${base}/data.json`}>For programs (JSON)</LinkButton>
        </div>
      </section>
      <Erasure person={person} />
    </div>
  )
}

function Roster({ person }: { person: Person }) {
  const facts = [
    ['Name', person.name],
    ['E-mail address', person.email],
    ['Level', LEAD_NAMES[person.level]],
    ['Department', person.department],
    ['Job title', person.jobTitle],
    ['No longer asked since', person.leftOn ?? ''],
  ].filter(([, value]) => value !== '')
  return (
    <section className="stack">
      <h2>On the roster</h2>
      <dl className="pairs">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function RoundPart({ round }: { round: PersonInRound }) {
  const { title, taking, agreedToBeNamed, mails, held, answers } = round
  const named =
    agreedToBeNamed === null ? '' : agreedToBeNamed ? ', agreed to be named' : ', did not agree to be named'
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <p>{`${taking.charAt(0).toUpperCase()}${taking.slice(1)}${named}. ${held ?? `The files below hold what was said to ${counted(answers?.length ?? 0, 'item')}.`}`}</p>
        {mails.length > 0 && <p className="muted small">{`${listed(mails)}.`}</p>}
      </dd>
    </div>
  )
}

function Erasure({ person: { name, rounds } }: { person: Person }) {
  const erasable = rounds.filter((round) => round.erasable)
  const untraceable = rounds.some(
    ({ privacyMode, taking }) => privacyMode === 'unlinked' && taking === 'handed in',
  )
  return (
    <section className="stack">
      <h2>Erase the answers</h2>
      {untraceable && (
        <p>{`What ${name} handed in to an unlinked round stays: nobody can tell which answers those are.`}</p>
      )}
      {erasable.length === 0 ? (
        <p className="muted">{`There are no answers of ${name} that could be erased.`}</p>
      ) : (
        <Confirm ask="Erase the answers" act={`Erase the answers of ${name}`} intent="erase" look="danger">
          <p>{`Nobody can bring back what ${name} said:`}</p>
          <ul>
            {erasable.map((round) => (
              <li key={round.roundId}>{erasureWords(round)}</li>
            ))}
          </ul>
          <p>
            With the answers go the lines and quotes taken from them; on the themes page, steps on the lists
            they wrote in can no longer be undone. The name stays on the roster.
          </p>
        </Confirm>
      )}
    </section>
  )
}
