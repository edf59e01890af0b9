import { languageName } from '#app/questionnaire/languages.ts'
import { GRACE_DAYS } from '#app/rounds/grace.ts'
import type { Invitation } from './invitation.ts'
import { ReportGlimpse } from './report-glimpse.tsx'
import { spokenIn, useLanguage, useWords } from './speech.tsx'
import { dayIn } from './words.ts'

export function InvitationView({ invitation }: { invitation: Invitation }) {
  const say = useWords()
  if (invitation.kind === 'closed') return <ClosedView {...invitation} />
  if (invitation.kind === 'vote') return <VoteInvitation {...invitation} />
  const { clientName, consultantName, purpose, minutes, sectionCount, privacyMode, promise } = invitation
  return (
    <main id="main" className="welcome">
      <LanguageLinks {...invitation} />
      <p className="kicker">{clientName}</p>
      <h1>{say('invitation.title')}</h1>
      <p className="lede">{say('invitation.lede', { consultant: consultantName, client: clientName })}</p>
      <p>{purpose}</p>
      <ul className="facts">
        <li>
          <strong>{say('invitation.minutes', { minutes })}</strong>{' '}
          {say(sectionCount === 1 ? 'invitation.one-section' : 'invitation.sections', {
            count: sectionCount,
          })}
        </li>
        <li>
          <strong>{say('invitation.stop')}</strong> {say('invitation.stop-text')}
        </li>
        <li>
          <strong>{say('invitation.no-right')}</strong> {say('invitation.no-right-text')}
        </li>
      </ul>
      <section className="who-sees">
        <h2>{say('invitation.who-sees')}</h2>
        <p>{promise}</p>
        <p>
          {privacyMode === 'unlinked'
            ? say('invitation.unsent-unlinked')
            : say('invitation.unsent', { days: GRACE_DAYS })}
        </p>
      </section>
      <form method="post">
        {invitation.languages.length > 1 && (
          <input type="hidden" name="language" value={invitation.language} />
        )}
        <button className="button main" type="submit">
          {say('act.start')}
        </button>
      </form>
      <ReportGlimpse named={privacyMode === 'open'} />
    </main>
  )
}

function VoteInvitation({ clientName, smallest }: Extract<Invitation, { kind: 'vote' }>) {
  const say = useWords()
  return (
    <main id="main" className="welcome">
      <p className="kicker">{clientName}</p>
      <h1>{say('vote.title')}</h1>
      <p className="lede">{say('vote.lede')}</p>
      <p>{say('vote.promise', { smallest })}</p>
      <form method="post">
        <button className="button main" type="submit">
          {say('act.start')}
        </button>
      </form>
    </main>
  )
}

/** The same page in each of its languages; what stands there when the lead starts is the language of the questionnaire. */
function LanguageLinks({
  language,
  languages,
}: Pick<Extract<Invitation, { kind: 'open' }>, 'language' | 'languages'>) {
  const say = useWords()
  if (languages.length < 2) return null
  return (
    <nav className="languages" aria-label={say('language.legend')}>
      <ul>
        {languages.map((tag) => (
          <li key={tag} {...spokenIn(tag)}>
            {tag === language ? (
              <strong aria-current="true">{languageName(tag)}</strong>
            ) : (
              <a href={`?language=${tag}`} hrefLang={tag}>
                {languageName(tag)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

export function ClosedView({ clientName, closedOn }: { clientName: string; closedOn: string | null }) {
  const say = useWords()
  const language = useLanguage()
  return (
    <main id="main">
      <p className="kicker">{clientName}</p>
      <h1>{closedOn ? say('closed.title-on', { day: dayIn(language, closedOn) }) : say('closed.title')}</h1>
      <p className="lede">{say('closed.lede')}</p>
    </main>
  )
}
