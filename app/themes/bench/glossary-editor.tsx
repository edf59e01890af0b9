import { counted } from '#app/rounds/count-words.ts'
import { Button } from '#app/ui/button.tsx'
import type { Kept } from './kept.ts'

export interface GlossaryProps {
  entries: readonly { term: string; meaning: string }[]
  unknown: readonly { term: string; lines: number }[]
  /** A word that may be worth teaching. */
  term: string
  /** What was typed when it could not be saved. */
  typed: Pick<Kept, 'term' | 'meaning' | 'meanings'>
}

/** The client's own words. What is taught here is read before anything else, and the suggestions are made anew. */
export function GlossaryEditor({ entries, unknown, term: guess, typed }: GlossaryProps) {
  return (
    <section className="glossary bench-part" aria-labelledby="glossary">
      <div className="part-head">
        <div>
          <h2 id="glossary">The client’s words</h2>
          <p className="muted">
            What an abbreviation stands for helps more than anything else. Saving makes new suggestions for
            whatever is not confirmed.
          </p>
        </div>
      </div>
      <form method="post">
        <ul className="terms">
          {unknown.map(({ term, lines }) => (
            <li key={term}>
              <label htmlFor={`meaning:${term}`}>
                <strong>{term}</strong> <span className="muted">{`in ${counted(lines, 'line')}`}</span>
              </label>
              <input
                type="text"
                className="boxed"
                id={`meaning:${term}`}
                name={`meaning:${term}`}
                defaultValue={typed.meanings[term] ?? ''}
                placeholder="stands for"
                maxLength={140}
                autoComplete="off"
              />
            </li>
          ))}
          <li>
            <input
              type="text"
              className="boxed"
              name="term"
              aria-label="Another term"
              placeholder="Another term"
              defaultValue={typed.term || guess}
              maxLength={60}
              autoComplete="off"
            />
            <input
              type="text"
              className="boxed"
              name="meaning"
              aria-label="What it stands for"
              placeholder="stands for"
              defaultValue={typed.meaning}
              maxLength={140}
              autoComplete="off"
            />
          </li>
        </ul>
        <Button name="intent" value="glossary">
          Save and suggest again
        </Button>
      </form>
      {entries.length > 0 && <Entries entries={entries} />}
    </section>
  )
}

function Entries({ entries }: Pick<GlossaryProps, 'entries'>) {
  return (
    <form method="post">
      <ul className="terms">
        {entries.map(({ term, meaning }) => (
          <li key={term}>
            <span>
              <strong>{term}</strong> {meaning}
            </span>
            <Button look="quiet" name="intent" value={`forget:${term}`}>
              Remove<span className="unseen">{` ${term}`}</span>
            </Button>
          </li>
        ))}
      </ul>
    </form>
  )
}
