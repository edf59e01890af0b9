import { Button } from '#app/ui/button.tsx'
import type { BenchTheme } from './coding-view.ts'

interface BenchProps {
  themes: readonly BenchTheme[]
  kept: Kept
}

/** What was typed, chosen and ticked, kept on the page when a step could not be carried out. */
interface Kept {
  /** Of the themes, by id. */
  names: ReadonlyMap<string, string>
  target: string
  name: string
  ticked: ReadonlySet<string>
}

/** The coding bench: lines without authors, sorted into themes by a person. One form, so that it works without a script. */
export function Bench({ themes, kept }: BenchProps) {
  return (
    <form method="post" className="bench">
      <button
        type="submit"
        name="intent"
        value="rename"
        className="unseen"
        tabIndex={-1}
        aria-hidden="true"
      />
      <ol className="themes">
        {themes.map((theme) => (
          <BenchThemeItem key={theme.id} theme={theme} kept={kept} />
        ))}
      </ol>
      <BenchBar themes={themes} kept={kept} />
    </form>
  )
}

function BenchThemeItem({ theme, kept }: { theme: BenchTheme; kept: Kept }) {
  const { ticked, names } = kept
  const several = theme.lines.length > 1
  return (
    <li className={several ? 'theme' : 'theme alone'} data-theme-id={theme.id}>
      <div className="theme-head">
        <label className="tick">
          <input type="checkbox" name="tick" value={theme.id} defaultChecked={ticked.has(theme.id)} />
          <span className="unseen">{`Merge the theme “${theme.name}”`}</span>
        </label>
        <label className="theme-name">
          <span className="unseen">Name of this theme</span>
          <input
            type="text"
            name={`name:${theme.id}`}
            defaultValue={names.get(theme.id) ?? theme.name}
            maxLength={140}
            autoComplete="off"
          />
        </label>
        <span className="count">{several ? `${theme.lines.length} lines` : '1 line'}</span>
      </div>
      <ul className="lines">
        {theme.lines.map((line) => (
          <li key={line.id} data-line-id={line.id} data-theme-id={theme.id}>
            <label>
              <input type="checkbox" name="line" value={line.id} defaultChecked={ticked.has(line.id)} />
              <span>{line.text}</span>
            </label>
          </li>
        ))}
      </ul>
    </li>
  )
}

function BenchBar({ themes, kept }: { themes: readonly BenchTheme[]; kept: Kept }) {
  return (
    <fieldset className="bench-bar">
      <legend className="unseen">What to do with what is ticked</legend>
      <div className="bench-step">
        <label htmlFor="theme">Move the ticked lines to</label>
        <select id="theme" name="theme" defaultValue={kept.target}>
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
          name="name"
          aria-label="Name of the new theme"
          placeholder="New theme"
          defaultValue={kept.name}
          maxLength={140}
        />
        <Button name="intent" value="move">
          Move lines
        </Button>
      </div>
      <div className="bench-step">
        <Button name="intent" value="merge">
          Merge ticked themes
        </Button>
        <Button name="intent" value="rename" look="main">
          Save names
        </Button>
      </div>
    </fieldset>
  )
}
