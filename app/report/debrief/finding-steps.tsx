import type { DebriefFinding, RoomGuess } from './debrief.ts'
import { DecisionFields } from './decision-form.tsx'
import type { DecisionForm } from './decision-forms.ts'
import { Step } from './step.tsx'

interface FindingStepsProps {
  finding: DebriefFinding
  /** Counted from 1. */
  number: number
  form: DecisionForm
  /** Null where who reads may not decide. */
  decideAt: { action: string; revote: string } | null
  errors?: Record<string, string>
}

/** One finding: guessed, shown, talked about, decided. */
export function FindingSteps({ finding, number, form, decideAt, errors }: FindingStepsProps) {
  const at = `finding-${number}`
  const kicker = (part: string) => `Finding ${number} · ${part}`
  const { name, headline, meaning, certainty, figure, guess, questions, proposal } = finding
  return (
    <>
      <Step id={at} kicker={kicker('Guess')} title={name} digit={number}>
        {guess ? (
          <Guess guess={guess} id={at} />
        ) : (
          <p className="step-lede">
            Before it is shown: what do you expect the answers to say? One sentence from each of you.
          </p>
        )}
      </Step>
      <Step id={`${at}-reveal`} kicker={kicker('What the answers say')} title={headline} figure={figure}>
        {guess && <Answer guess={guess} id={at} />}
        {meaning && <p className="step-lede">{meaning}</p>}
        {certainty && <p className="step-aside">{`Certainty: ${certainty}`}</p>}
      </Step>
      <Step id={`${at}-discuss`} kicker={kicker('Talk about it')} title={name}>
        <ol className="step-questions">
          {questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ol>
        {decideAt && (
          <p className="step-aside">
            <a href={`${decideAt.revote}?construct=${finding.construct}`} target="_blank" rel="noreferrer">
              Ask one item again, on everybody’s phone
            </a>{' '}
            (opens beside this page)
          </p>
        )}
      </Step>
      {decideAt && (
        <Step
          id={`${at}-decide`}
          kicker={kicker('Decide')}
          title={proposal ? 'The report proposes' : 'What do you decide?'}
        >
          {!proposal && <p className="step-lede">Nothing is proposed here. Leave it empty to go on.</p>}
          <DecisionFields form={form} action={decideAt.action} errors={errors} />
        </Step>
      )}
    </>
  )
}

function Guess({ guess, id }: { guess: RoomGuess; id: string }) {
  return (
    <>
      <p className="step-lede">
        {`How far does ${guess.who} see “${guess.label}” the same? 0: as differently as they can. 100: all the same.`}
      </p>
      <p className="step-guess" data-guess={id} hidden>
        <label htmlFor={`${id}-guess`}>The room’s guess</label>
        <input
          id={`${id}-guess`}
          type="text"
          inputMode="numeric"
          maxLength={3}
          autoComplete="off"
          data-guess-field
        />
      </p>
      <p className="step-aside">Say a number, and find one that the room can live with.</p>
    </>
  )
}

/** The script adds how far the room's guess was from it. */
function Answer({ guess, id }: { guess: RoomGuess; id: string }) {
  const { label, agreement, range, n, chance } = guess
  const around = [
    ...(n === null ? [] : [`n ${n}`]),
    `plausible range ${range[0]} to ${range[1]}`,
    ...(chance === null ? [] : [`chance line ${chance}`]),
  ]
  return (
    <p className="step-answer">
      <span className="step-number">{agreement}</span>
      <span>
        {`of 100: how far ${guess.who} sees “${label}” the same (${around.join(', ')}).`}{' '}
        <strong data-guessed={id} data-low={range[0]} data-high={range[1]} data-answer={agreement} />
      </span>
    </p>
  )
}
