import { counted } from '#app/rounds/count-words.ts'
import { writtenDay } from '#app/rounds/day.ts'
import { Button } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { Field } from '#app/ui/field.tsx'
import { Table } from '#app/ui/table.tsx'

export interface SecondItem {
  itemId: string
  wording: string
  lines: number
  sorted: number
  /** Null until every line is sorted: whoever is still sorting must not see the first coding. */
  result: {
    alpha: number | null
    reading: 'accept' | 'tentative' | 'recode' | null
    disagreements: { text: string; first: string; second: string }[]
  } | null
}

interface SecondOverviewProps {
  roundId: string
  second: { coder: string; startedOn: string } | null
  items: readonly SecondItem[]
}

const READINGS = {
  accept: 'The coding can be relied on.',
  tentative: 'Good enough for tentative conclusions: talk the differences through.',
  recode: 'Too far apart. Sharpen the definitions and code anew.',
}

/** A second coding: who does it, how far it is and, once it is done, how far the two agree. */
export function SecondOverview({ roundId, second, items }: SecondOverviewProps) {
  if (!second) return <StartForm />
  return (
    <div className="stack-wide">
      <p>{`${second.coder} has been sorting the lines since ${writtenDay(second.startedOn)}.`}</p>
      <ul className="rows">
        {items.map(({ itemId, wording, lines, sorted }) => (
          <li key={itemId}>
            <a className="main-link" href={`/rounds/${roundId}/themes/second/${itemId}`}>
              {wording}
            </a>
            <span>{`${sorted} of ${counted(lines, 'line')} sorted`}</span>
          </li>
        ))}
      </ul>
      {items.map((item) => item.result && <Result key={item.itemId} item={item} result={item.result} />)}
      <Confirm ask="Begin again" act="Throw this second coding away" intent="start" look="danger">
        <p>{`What ${second.coder} has sorted is lost. Another second coder starts from nothing.`}</p>
        <Field name="coder" label="Name of the second coder" maxLength={140} required />
      </Confirm>
    </div>
  )
}

function StartForm() {
  return (
    <form method="post" className="stack">
      <p>
        Hand over the keyboard. The second coder sees the bare lines only, sorts them into themes of their
        own, and is told nothing of the first coding until every line is sorted.
      </p>
      <Field name="coder" label="Name of the second coder" maxLength={140} required />
      <Button look="main" name="intent" value="start">
        Start the second coding
      </Button>
    </form>
  )
}

function Result({ item, result }: { item: SecondItem; result: NonNullable<SecondItem['result']> }) {
  return (
    <section className="stack">
      <h2>{item.wording}</h2>
      <p>
        <strong>{`Krippendorff’s alpha ${result.alpha === null ? 'is not defined here' : result.alpha.toFixed(2)}`}</strong>
        {result.reading && ` · ${READINGS[result.reading]}`}
      </p>
      {result.disagreements.length > 0 && (
        <Table
          caption={`${counted(result.disagreements.length, 'line')} that the two coders do not put with the same others`}
          columns={[{ label: 'Line' }, { label: 'First coding' }, { label: 'Second coding' }]}
          rows={result.disagreements.map(({ text, first, second }, index) => ({
            key: String(index),
            cells: [text, first, second],
          }))}
        />
      )}
    </section>
  )
}
