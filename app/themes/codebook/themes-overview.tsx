import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { leftWords } from '../bench/bench-progress.tsx'
import type { CodingProgress } from '../coding/progress.ts'
import { CodebookPanel, type Version } from './codebook-panel.tsx'
import type { CodebookState } from './codebook-state.ts'

export interface ThemesOverviewProps {
  round: { id: string; title: string }
  clientName: string
  items: readonly (CodingProgress & { itemId: string; wording: string })[]
  versions: readonly Version[]
  state: CodebookState
  /** Whether somebody wanted to publish and was sent here first. */
  sentHere: boolean
  signedIn: string
  error: string | null
  reason: string
}

/** How far each item has come, and the codebook as a whole. */
export function ThemesOverview(props: ThemesOverviewProps) {
  const { round, clientName, items, state, sentHere, signedIn, error } = props
  const base = `/rounds/${round.id}`
  return (
    <Page
      title="Themes"
      signedIn={signedIn}
      trail={[{ label: `${clientName}: ${round.title}`, href: base }]}
      lede="Lines that mean the same are put together before anybody sees who wrote them. The machine suggests, you decide."
    >
      <div className="stack-wide">
        {error && <ErrorSummary errors={{ form: error }} />}
        {sentHere && state.kind === 'open' && (
          <Notice tone="heed" title="The report is not published yet">
            <p>
              A published report rests on a codebook that no longer changes. Look through the themes and lock
              it; then publish.
            </p>
          </Notice>
        )}
        <ul className="rows">
          {items.map((item) => (
            <li key={item.itemId}>
              <div>
                <a className="main-link" href={`${base}/themes/${item.itemId}`}>
                  {item.wording}
                </a>
                <p className="muted">{itemWords(item)}</p>
              </div>
            </li>
          ))}
        </ul>
        <CodebookPanel {...props} />
        <section className="stack">
          <h2>Beyond one question</h2>
          <ul>
            <li>
              <a href={`${base}/themes/links`}>Links between questions</a>: a priority that others would stop,
              or that waits for somebody.
            </li>
            <li>
              <a href={`${base}/themes/second`}>A second coder</a> sorts the same lines afresh, and you see
              how far the two agree.
            </li>
          </ul>
          <p>
            <a href={`${base}/report`}>
              {state.kind === 'locked' ? 'Read the report' : 'Read the draft report, with provisional ranges'}
            </a>
          </p>
        </section>
      </div>
    </Page>
  )
}

function itemWords(item: CodingProgress): string {
  if (item.lines === 0) return 'no lines'
  if (item.confirmedLines === item.lines) return `${item.lines} lines in ${item.themes} themes, all confirmed`
  return `${item.confirmedLines} of ${item.lines} lines confirmed · ${leftWords(item)}`
}
