import { writtenDay } from '#app/rounds/day.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, type FieldErrors } from '#app/ui/error-summary.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'

interface RemindersPageProps {
  hasMail: boolean
  reminder: { weekday: number; timeZone: string } | null
  /** Suggested where nothing is set yet. */
  timeZone: string
  mails: readonly { id: string; leadName: string; day: string; state: string; words: string }[]
  failed?: { typed: { weekday: string; timeZone: string }; errors: FieldErrors }
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

export function RemindersPage({ hasMail, reminder, timeZone, mails, failed }: RemindersPageProps) {
  if (!hasMail)
    return (
      <Notice title="No mail server is set">
        <p>
          Whoever runs this server can set one. Until then the sheet for the week does the same on paper,
          without mails.
        </p>
      </Notice>
    )
  const typed = failed?.typed ?? {
    weekday: String(reminder?.weekday ?? 1),
    timeZone: reminder?.timeZone ?? timeZone,
  }
  return (
    <div className="stack-wide">
      <form method="post" className="form">
        <ErrorSummary errors={failed?.errors ?? {}} />
        <p>
          {reminder
            ? `On: every ${WEEKDAYS[reminder.weekday - 1]}.`
            : 'Off: nobody is written to. Owners are found by their names; roles and outsiders get no mail.'}
        </p>
        <Select
          name="weekday"
          label="Day of the week"
          options={WEEKDAYS.map((label, index) => ({ value: String(index + 1), label }))}
          defaultValue={typed.weekday}
          error={failed?.errors.weekday}
        />
        <Field
          name="timeZone"
          label="Time zone"
          hint="The mails leave as this day begins there."
          maxLength={64}
          required
          defaultValue={typed.timeZone}
          error={failed?.errors.timeZone}
        />
        <div className="buttons">
          <Button look="main" name="intent" value="start">
            {reminder ? 'Save' : 'Switch on'}
          </Button>
          {reminder && (
            <Button name="intent" value="stop" formNoValidate>
              Switch off
            </Button>
          )}
        </div>
      </form>
      {mails.length > 0 && <SentMails mails={mails} />}
    </div>
  )
}

function SentMails({ mails }: Pick<RemindersPageProps, 'mails'>) {
  return (
    <section>
      <h2>What became of them</h2>
      <Table
        caption="Reminders that were sent"
        captionUnseen
        columns={[{ label: 'Owner' }, { label: 'Day' }, { label: 'State' }]}
        rows={mails.map(({ id, leadName, day, state, words }) => ({
          key: id,
          cells: [
            leadName,
            writtenDay(day),
            [state, state === 'sent' ? '' : words].filter(Boolean).join(': '),
          ],
        }))}
      />
    </section>
  )
}
