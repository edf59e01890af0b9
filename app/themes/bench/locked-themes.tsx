import { counted } from '#app/rounds/count-words.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { BenchTheme } from '../coding/bench-view.ts'

/** The themes of a locked codebook, to be read and not changed. */
export function LockedThemes(props: { roundId: string; version: number; themes: readonly BenchTheme[] }) {
  return (
    <>
      <Notice title={`Version ${props.version} of the codebook is locked`}>
        <p>
          {'To change a theme, '}
          <a href={`/rounds/${props.roundId}/themes#codebook`}>open the next version</a>.
        </p>
      </Notice>
      <ol className="themes bench">
        {props.themes.map((theme) => (
          <li key={theme.id} className="theme" data-theme-id={theme.id}>
            <div className="theme-head fixed">
              <h2>{theme.name}</h2>
              <span className="count">{counted(theme.lines.length, 'line')}</span>
            </div>
            {theme.definition && <p>{theme.definition}</p>}
            <ul className="lines fixed">
              {theme.lines.map((line) => (
                <li key={line.id} data-line-id={line.id}>
                  <span className="line-text">{line.text}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  )
}
