import { Button, LinkButton } from '#app/ui/button.tsx'
import { ChoiceCards } from '#app/ui/choice-cards.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import { LastDayFields } from './last-day-fields.tsx'
import { MODE_FITS, MODE_NAMES } from './mode-words.ts'
import { promiseOf } from './promise.ts'
import { PRIVACY_MODES, type PrivacyMode } from './round.ts'
import { GROUP_SIZES, type RoundErrors } from './round-settings.ts'

const MOST_READERS = 6
const READERS = Array.from({ length: MOST_READERS + 1 }, (_, readers) => readers)

export interface OfferedInstrument {
  key: string
  title: string
  minutes: string
  purpose: string
  note?: string
}

export interface RoundFormProps {
  typed: Record<string, string>
  errors: RoundErrors
  instruments: readonly OfferedInstrument[]
  consultantName: string
  /** What to think about before choosing a mode, for the leads there are. */
  warnings: Record<PrivacyMode, string[]>
  /** The sizes of the two levels, in words. */
  team: string
  zones: readonly string[]
  act: string
  back: string
}

export function RoundForm(props: RoundFormProps) {
  const { typed, errors, instruments, zones, act, back } = props
  return (
    <form method="post" className="form">
      <ErrorSummary errors={errors} />
      <ChoiceCards
        name="instrumentKey"
        legend="Questionnaire"
        chosen={typed.instrumentKey ?? ''}
        error={errors.instrumentKey}
        cards={instruments.map(({ key, title, minutes, purpose, note }) => ({
          value: key,
          title,
          aside: `${minutes} minutes`,
          text: purpose,
          note,
        }))}
      />
      <Field
        name="title"
        label="Title of the round"
        hint="Leads read it on their first page, the sponsor on the report."
        maxLength={120}
        required
        defaultValue={typed.title}
        error={errors.title}
      />
      <div className="side-by-side">
        <Field
          name="opensOn"
          label="Meant to open on"
          type="date"
          required
          defaultValue={typed.opensOn}
          error={errors.opensOn}
        />
        <Field
          name="closesOn"
          label="Meant to close on"
          type="date"
          required
          defaultValue={typed.closesOn}
          error={errors.closesOn}
        />
      </div>
      <LastDayFields typed={typed} errors={errors} zones={zones} />
      <PrivacyChoice {...props} />
      <Select
        name="smallestGroup"
        label="Smallest group that the report may show"
        hint={`Below it not even a number is shown. Five is usual. ${props.team}`}
        className="short"
        options={GROUP_SIZES.map((size) => ({ value: String(size), label: `${size} people` }))}
        defaultValue={typed.smallestGroup}
        error={errors.smallestGroup}
      />
      <Select
        name="readersAsked"
        label="Of those asked, how many will read the report"
        hint="They know their own answers and can take them away in thought, so the smallest group grows by as many. It is kept as the sum. Not in open mode."
        className="short"
        options={READERS.map((readers) => ({
          value: String(readers),
          label: readers === 0 ? 'nobody' : String(readers),
        }))}
        defaultValue={typed.readersAsked ?? '0'}
        error={errors.readersAsked}
      />
      <div className="buttons">
        <Button look="main">{act}</Button>
        <LinkButton look="quiet" href={back}>
          Cancel
        </LinkButton>
      </div>
    </form>
  )
}

function PrivacyChoice({ typed, errors, consultantName, warnings }: RoundFormProps) {
  const smallestGroup = Number(typed.smallestGroup)
  const cards = PRIVACY_MODES.map((mode) => ({
    value: mode,
    title: MODE_NAMES[mode],
    aside: MODE_FITS[mode],
    text: `“${promiseOf(mode, consultantName, smallestGroup)}”`,
    note: warnings[mode].length > 0 ? warnings[mode].join(' ') : undefined,
  }))
  return (
    <ChoiceCards
      name="privacyMode"
      legend="Who may see what"
      hint="Each lead reads this promise before the first item. It holds from the moment the round opens."
      chosen={typed.privacyMode ?? ''}
      error={errors.privacyMode}
      cards={cards}
    />
  )
}
