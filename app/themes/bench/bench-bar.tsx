import { Button } from '#app/ui/button.tsx'
import type { BenchTheme } from '../coding/bench-view.ts'
import type { Kept } from './kept.ts'

/** The steps that can be taken back or done again, as their buttons name them. */
export interface BenchSteps {
  undo: { number: number; words: string } | null
  redo: { number: number; words: string } | null
}

interface BenchBarProps {
  themes: readonly BenchTheme[]
  kept: Kept
  steps: BenchSteps
}

/** What can be done with what is ticked, and the way back. It stays in sight. */
export function BenchBar({ themes, kept, steps }: BenchBarProps) {
  return (
    <div className="bench-bar">
      <fieldset className="bench-step">
        <legend className="unseen">Ticked lines</legend>
        <label htmlFor="theme">Ticked lines to</label>
        <select id="theme" name="theme" className="boxed" defaultValue={kept.target} data-key="m">
          <option value="">choose a theme</option>
          <option value="new">a new theme, named beside</option>
          {themes.map((theme) => (
            <option key={theme.id} value={theme.id}>
              {theme.name}
            </option>
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
        <Button name="intent" value="move">
          Move lines
        </Button>
      </fieldset>
      <div className="bench-step quiet-steps">
        <Button look="quiet" name="intent" value="take-out">
          Take ticked lines out
        </Button>
        <Button look="quiet" name="intent" value="split">
          Split them off together
        </Button>
        <Button look="quiet" name="intent" value="merge">
          Merge ticked themes
        </Button>
        <Button look="quiet" name="intent" value="rename">
          Save names
        </Button>
      </div>
      {(steps.undo || steps.redo) && <WayBack steps={steps} />}
    </div>
  )
}

function WayBack({ steps: { undo, redo } }: { steps: BenchSteps }) {
  return (
    <div className="bench-step way-back">
      {undo && (
        <Button name="intent" value={`undo:${undo.number}`} data-key-anywhere="u">
          <span className="undo-words">
            Undo<span className="said">{`: ${undo.words}`}</span>
          </span>
        </Button>
      )}
      {redo && (
        <Button look="quiet" name="intent" value={`redo:${redo.number}`}>
          Redo<span className="unseen">{`: ${redo.words}`}</span>
        </Button>
      )}
    </div>
  )
}
