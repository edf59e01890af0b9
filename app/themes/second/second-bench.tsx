import { counted } from '#app/rounds/count-words.ts'
import { Button } from '#app/ui/button.tsx'
import type { SecondBench } from './second-view.ts'

interface SecondBenchFormProps {
  bench: SecondBench
  kept: { ticked: readonly string[]; name: string; theme: string }
}

/** Bare lines to be sorted by somebody who has not seen the first coding. */
export function SecondBenchForm({ bench, kept }: SecondBenchFormProps) {
  return (
    <form method="post" className="bench">
      <section className="bench-part" aria-labelledby="left">
        <div className="part-head">
          <h2 id="left">{`Still to sort: ${counted(bench.loose.length, 'line')}`}</h2>
        </div>
        <Lines lines={bench.loose} ticked={kept.ticked} />
      </section>
      {bench.themes.map(({ name, lines }) => (
        <section key={name} className="bench-part theme" aria-label={name}>
          <h3>{`${name} (${lines.length})`}</h3>
          <Lines lines={lines} ticked={kept.ticked} />
        </section>
      ))}
      <div className="bench-bar">
        <fieldset className="bench-step">
          <legend className="unseen">Ticked lines</legend>
          <label htmlFor="theme">Ticked lines to</label>
          <select id="theme" name="theme" className="boxed" defaultValue={kept.theme}>
            <option value="">a new theme, named beside</option>
            {bench.themes.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
          <input
            type="text"
            className="boxed"
            name="name"
            aria-label="Name of the new theme"
            placeholder="New theme"
            defaultValue={kept.name}
            maxLength={140}
            autoComplete="off"
          />
          <Button look="main">Put together</Button>
        </fieldset>
      </div>
    </form>
  )
}

function Lines({ lines, ticked }: { lines: SecondBench['loose']; ticked: readonly string[] }) {
  return (
    <ul className="lines fixed">
      {lines.map(({ id, text }) => (
        <li key={id}>
          <label>
            <input type="checkbox" name="line" value={id} defaultChecked={ticked.includes(id)} />
            <span className="line-text">{text}</span>
          </label>
        </li>
      ))}
    </ul>
  )
}
