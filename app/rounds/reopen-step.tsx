import { Confirm } from '#app/ui/confirm.tsx'
import { Field } from '#app/ui/field.tsx'
import { counted } from './count-words.ts'
import type { Reopening } from './reopen-round.server.ts'
import type { Round } from './round.ts'

interface ReopenStepProps {
  round: Pick<Round, 'title'>
  reopening: Reopening
  unsent: string
  today: string
}

/** Opening a closed round again, or why that cannot be. */
export function ReopenStep({ round, reopening: { refusal, codingSteps }, unsent, today }: ReopenStepProps) {
  if (refusal)
    return <p className="muted">{`“${round.title}” cannot be opened again. ${refusal} ${unsent}`}</p>
  return (
    <>
      <p className="muted">{unsent}</p>
      <Confirm
        ask="Open the round again"
        act={`Open “${round.title}” again`}
        intent="reopen"
        look="danger"
        quiet
      >
        <p>
          Leads can answer and change their answers again with the links they have. The questionnaire and the
          promise stay as they are.
        </p>
        <p>
          {codingSteps > 0
            ? `How you have sorted the lines is lost: ${counted(codingSteps, 'step')} would have to be taken again. Quotes you have released are taken back.`
            : 'The themes proposed for the lines are proposed anew when the round closes. Quotes you have released are taken back.'}
        </p>
        <Field name="closesOn" label="New last day" type="date" required min={today} defaultValue={today} />
      </Confirm>
    </>
  )
}
