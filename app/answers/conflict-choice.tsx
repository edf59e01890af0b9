import type { Conflict } from './section-page.ts'
import { useWords } from './speech.tsx'

/** Shows both versions of an answer and asks which to keep. Until one is chosen, neither replaces the other. */
export function ConflictChoice({ itemId, conflict }: { itemId: string; conflict: Conflict }) {
  const say = useWords()
  const name = `${itemId}.keep`
  return (
    <div className="conflict">
      <p>{say('conflict.text')}</p>
      <label className="option">
        <input type="radio" name={name} value="stored" />
        <span>
          {say('conflict.stored')}
          <q>{conflict.stored}</q>
        </span>
      </label>
      <label className="option">
        <input type="radio" name={name} value={`typed:${conflict.revision}`} />
        <span>
          {say('conflict.typed')}
          <q>{conflict.typed}</q>
        </span>
      </label>
    </div>
  )
}
