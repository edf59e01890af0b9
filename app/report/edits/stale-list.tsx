import { Button } from '#app/ui/button.tsx'
import type { StaleEdit } from './edit.ts'
import { KIND_WORDS, keyInWords, orderInWords } from './place-words.ts'

/** Edits that wait for a decision: what they were made for, what is generated now, and what the consultant wrote. */
export function StaleList({ stale, error }: { stale: readonly StaleEdit[]; error?: string }) {
  if (stale.length === 0) return null
  return (
    <section className="stale stack" aria-labelledby="stale-title">
      <h2 id="stale-title">
        {stale.length === 1
          ? 'One edit no longer fits its figures'
          : `${stale.length} edits no longer fit their figures`}
      </h2>
      <p>The report does without them until you decide.</p>
      {error && (
        <p className="wrong" role="alert">
          {error}
        </p>
      )}
      {stale.map(({ edit, now }) => (
        <StaleItem key={`${edit.kind} ${edit.target}`} edit={edit} now={now} />
      ))}
    </section>
  )
}

function StaleItem({ edit, now }: StaleEdit) {
  const hasWords = edit.kind === 'text' || edit.kind === 'note'
  return (
    <form method="post" className="stale-item">
      <input type="hidden" name="target" value={edit.target} />
      <input type="hidden" name="kind" value={edit.kind} />
      <p className="label">{`${KIND_WORDS[edit.kind]}, ${keyInWords(edit.target)}`}</p>
      <dl className="compared">
        <Compared label="Made for" text={shown(edit.kind, edit.base)} />
        <Compared
          label="Generated now"
          text={now ? shown(edit.kind, now.base) : 'Nothing: the answers no longer say this.'}
        />
      </dl>
      {hasWords && (
        <label className="stale-words">
          Your words
          <textarea name="words" rows={3} defaultValue={edit.value} readOnly={now === null} />
        </label>
      )}
      <div className="buttons">
        {now && (
          <Button name="intent" value="keep">
            {hasWords ? 'Use these words' : 'Keep it for the new figures'}
          </Button>
        )}
        <Button look="quiet" name="intent" value="drop">
          Drop the edit
        </Button>
      </div>
    </form>
  )
}

function Compared({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </div>
  )
}

function shown(kind: StaleEdit['edit']['kind'], base: string): string {
  if (kind === 'order') return orderInWords(base)
  return base.split('\n')[0] ?? ''
}
