import { counted } from '#app/rounds/count-words.ts'
import { Button } from '#app/ui/button.tsx'
import { type CodingProgress, unconfirmedWords } from '../coding/progress.ts'

interface BenchProgressProps {
  progress: CodingProgress
  /** What the machine compares lines by, in words. */
  proposer: string
}

/** How far the coding has come, and a way to ask the machine again. */
export function BenchProgress({ progress, proposer }: BenchProgressProps) {
  return (
    <section className="bench-progress" aria-label="Progress">
      <div>
        <p>
          <strong>{`${progress.confirmedLines} of ${counted(progress.lines, 'line')} confirmed`}</strong>
          {` · ${leftWords(progress)}`}
        </p>
        <progress className="bar" max={Math.max(1, progress.lines)} value={progress.confirmedLines}>
          {`${progress.confirmedLines} of ${progress.lines}`}
        </progress>
        <p className="muted small proposer">{proposer}</p>
        <p className="muted small keys" data-bench-keys="" hidden>
          <button type="button" className="button quiet" data-bench-start="">
            Use the keyboard
          </button>
          <span>
            <kbd>↓</kbd> <kbd>↑</kbd> next and last · <kbd>a</kbd> confirm or leave alone · <kbd>r</kbd>{' '}
            reject · <kbd>1</kbd> <kbd>2</kbd> <kbd>3</kbd> nearest · <kbd>m</kbd> move · <kbd>u</kbd> undo
          </span>
        </p>
      </div>
      <form method="post">
        <Button look="quiet" name="intent" value="propose">
          Suggest again
        </Button>
      </form>
    </section>
  )
}

export function leftWords(progress: CodingProgress): string {
  const left = unconfirmedWords(progress)
  return left === '' ? 'nothing left to decide' : `${left} to decide on`
}
