import { Button, LinkButton } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'
import { counted, listed } from '../count-words.ts'
import { writtenDay } from '../day.ts'
import type { MailOverview, Recipient } from './load-mail.server.ts'
import { mailInWords, mailTrouble } from './mail-words.ts'

interface MailPageProps {
  roundId: string
  closesOn: string
  /** Whether a mail server is set: without one everything is passed on by hand. */
  configured: boolean
  mail: MailOverview
}

/** Who was written to, what came of it, and what can be sent next. */
export function MailPage({ roundId, closesOn, configured, mail }: MailPageProps) {
  return (
    <div className="stack-wide">
      {configured ? <Sending mail={mail} /> : <ByHand roundId={roundId} />}
      <section className="stack">
        <h2>Texts</h2>
        <p>
          Three texts go with a round: the invitation, and one reminder each for those who have not begun and
          those who stopped midway.
        </p>
        <div className="buttons">
          <LinkButton href={`/rounds/${roundId}/mail/texts`}>Read and edit the texts</LinkButton>
          <LinkButton href={`/rounds/${roundId}/letters`}>Letters to print</LinkButton>
        </div>
      </section>
      {configured && <Planned roundId={roundId} closesOn={closesOn} mail={mail} />}
      <Table
        caption={`Mails to ${counted(mail.recipients.length, 'lead')}`}
        columns={[{ label: 'Lead' }, { label: 'Address' }, { label: 'State' }, { label: 'Mails' }]}
        rows={mail.recipients.map((recipient) => ({
          key: recipient.participationId,
          cells: cellsOf(recipient, roundId),
        }))}
      />
    </div>
  )
}

function Sending({ mail: { notInvited, notIn, waiting } }: { mail: MailOverview }) {
  return (
    <section className="stack">
      <h2>Send</h2>
      {waiting > 0 && (
        <Notice title={`${counted(waiting, 'mail is', 'mails are')} on the way`}>
          <p>Load this page again to see what has become of them.</p>
          <form method="post">
            <Button look="quiet" name="intent" value="withdraw">
              Take those that have not left out of the queue
            </Button>
          </form>
        </Notice>
      )}
      {notInvited > 0 ? (
        <Confirm
          ask={`Send ${counted(notInvited, 'invitation')}`}
          act={`Send ${counted(notInvited, 'invitation')} now`}
          intent="invite"
          look="main"
        >
          <p>Each lead gets one mail with their own link. Whoever has been invited already gets none.</p>
        </Confirm>
      ) : (
        <p>Everybody who has not handed in has been invited.</p>
      )}
      {notIn > 0 && notInvited === 0 && (
        <Confirm
          ask={`Remind ${counted(notIn, 'lead')}`}
          act={`Send ${counted(notIn, 'reminder')} now`}
          intent="remind"
        >
          <p>Those who stopped midway get other words than those who have not begun.</p>
        </Confirm>
      )}
    </section>
  )
}

function ByHand({ roundId }: { roundId: string }) {
  return (
    <Notice title="This server sends no mail">
      <p>
        Whoever runs it can set a mail server (<code>SMTP_URL</code>). Until then you pass the links on:
        copied, by mail merge, as files for your own mail program, or as letters.
      </p>
      <div className="buttons">
        <LinkButton href={`/rounds/${roundId}/links`}>Links and mail merge</LinkButton>
      </div>
    </Notice>
  )
}

function Planned({
  roundId,
  closesOn,
  mail: { reminders, days },
}: {
  roundId: string
  closesOn: string
  mail: MailOverview
}) {
  return (
    <section className="stack">
      <h2>Reminders by plan</h2>
      {reminders ? (
        <p>
          {days.length === 0
            ? `The plan leaves no day for a reminder before ${writtenDay(closesOn)}.`
            : `Due on ${listed(days.map(writtenDay))}, between ${reminders.fromHour}:00 and ${reminders.untilHour}:00 in ${reminders.timeZone}, never at weekends. Only to those who have not handed in.`}
        </p>
      ) : (
        <p>Nobody is reminded by itself.</p>
      )}
      <div className="buttons">
        <LinkButton href={`/rounds/${roundId}/mail/reminders`}>
          {reminders ? 'Change the plan' : 'Plan reminders'}
        </LinkButton>
      </div>
    </section>
  )
}

const STATE_WORDS = { done: 'has answered', started: 'has started', 'not-started': 'not started' }

function cellsOf({ participationId, name, email, state, mails }: Recipient, roundId: string) {
  return [
    name,
    email,
    STATE_WORDS[state],
    <span key="mails" className="stack">
      {mails.length === 0 && <span className="muted">none yet</span>}
      {mails.map((mail) => (
        <MailLine key={mail.id} mail={mail} name={name} />
      ))}
      {state === 'not-started' && (
        <a href={`/rounds/${roundId}/mail-files/${participationId}`}>{`Invitation to ${name} as a file`}</a>
      )}
    </span>,
  ]
}

function MailLine({ mail, name }: { mail: Recipient['mails'][number]; name: string }) {
  const trouble = mailTrouble(mail)
  return (
    <span className="stack">
      <span>{mailInWords(mail)}</span>
      {trouble && <span className="muted">{trouble}</span>}
      {(mail.state === 'refused' || mail.state === 'uncertain') && (
        <form method="post">
          <input type="hidden" name="mailId" value={mail.id} />
          <Button look="quiet" name="intent" value="again">
            {`Send it to ${name} again`}
          </Button>
        </form>
      )}
    </span>
  )
}
