import type { Conflict } from './section-page.ts'

/** Shows both versions of an answer and asks which to keep. Until one is chosen, neither replaces the other. */
export function ConflictChoice({ itemId, conflict }: { itemId: string; conflict: Conflict }) {
  const name = `${itemId}.keep`
  return (
    <div className="conflict">
      <p>
        This was answered somewhere else as well, in another window or on another device. Which do you want to
        keep?
      </p>
      <label className="option">
        <input type="radio" name={name} value="stored" />
        <span>
          What is saved now
          <q>{conflict.stored}</q>
        </span>
      </label>
      <label className="option">
        <input type="radio" name={name} value={`typed:${conflict.revision}`} />
        <span>
          What is filled in here
          <q>{conflict.typed}</q>
        </span>
      </label>
    </div>
  )
}
