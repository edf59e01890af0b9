import { counted } from '#app/rounds/count-words.ts'
import { Button } from '#app/ui/button.tsx'
import type { BenchTheme } from '../coding/bench-view.ts'
import { BenchLineItem } from './bench-line-item.tsx'
import type { Kept } from './kept.ts'
import { themeAnchor } from './stops.ts'

interface ThemeProps {
  theme: BenchTheme
  kept: Kept
}

/** A group that the machine proposes: it waits for a yes or a no. */
export function ProposedGroup({ theme, kept }: ThemeProps) {
  return (
    <li className="theme stop" id={themeAnchor(theme.id)} data-theme-id={theme.id} data-stop="" tabIndex={-1}>
      <ThemeHead theme={theme} kept={kept} />
      <div className="theme-body">
        <div>
          <Why theme={theme} />
          <ThemeLines theme={theme} kept={kept} />
          <Definition theme={theme} kept={kept} />
        </div>
        <div className="theme-steps">
          <Button name="intent" value={`accept:${theme.id}`} data-key="a">
            Confirm<span className="unseen">{` “${theme.name}”`}</span>
          </Button>
          <Button look="quiet" name="intent" value={`reject:${theme.id}`} data-key="r">
            Not one theme<span className="unseen">{`: “${theme.name}”`}</span>
          </Button>
        </div>
      </div>
    </li>
  )
}

export function ConfirmedTheme({ theme, kept }: ThemeProps) {
  return (
    <li className="theme" id={themeAnchor(theme.id)} data-theme-id={theme.id}>
      <ThemeHead theme={theme} kept={kept} />
      <ThemeLines theme={theme} kept={kept} />
      <Definition theme={theme} kept={kept} />
    </li>
  )
}

function ThemeHead({ theme, kept }: ThemeProps) {
  return (
    <div className="theme-head">
      <label className="tick">
        <input type="checkbox" name="tick" value={theme.id} defaultChecked={kept.ticked.includes(theme.id)} />
        <span className="unseen">{`Merge the theme “${theme.name}”`}</span>
      </label>
      <label className="theme-name">
        <span className="unseen">Name of this theme</span>
        <input
          type="text"
          name={`name:${theme.id}`}
          defaultValue={kept.wordings[theme.id]?.name ?? theme.name}
          maxLength={140}
          autoComplete="off"
        />
      </label>
      <span className="count">{counted(theme.lines.length, 'line')}</span>
    </div>
  )
}

function Why({ theme: { keywords, opposed, known } }: { theme: BenchTheme }) {
  const shared = keywords.length > 0 ? `Shared: ${keywords.join(', ')}.` : ''
  const earlier = known ? 'Carries on a theme of an earlier round.' : ''
  if (!shared && !earlier && !opposed) return null
  return (
    <p className="why">
      {[earlier, shared].filter(Boolean).join(' ')}
      {opposed && <strong className="heed">{` May say the opposite: ${opposed.why}.`}</strong>}
    </p>
  )
}

function ThemeLines({ theme, kept }: ThemeProps) {
  return (
    <ul className="lines">
      {theme.lines.map((line) => (
        <BenchLineItem
          key={line.id}
          line={line}
          themeId={theme.id}
          ticked={kept.ticked.includes(line.id)}
          heed={theme.opposed?.lineIds.includes(line.id) ?? false}
        />
      ))}
    </ul>
  )
}

function Definition({ theme, kept }: ThemeProps) {
  const text = kept.wordings[theme.id]?.definition ?? theme.definition
  return (
    <details className="definition" open={text !== ''}>
      <summary>Definition</summary>
      <textarea
        className="boxed"
        name={`definition:${theme.id}`}
        defaultValue={text}
        rows={2}
        maxLength={500}
        aria-label={`What belongs to “${theme.name}” and what does not`}
        placeholder="What belongs here, and what does not"
      />
    </details>
  )
}
