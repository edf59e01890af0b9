import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import type { CodebookState } from '../codebook/codebook-state.ts'
import type { BenchView } from '../coding/bench-view.ts'
import type { FarJoin } from '../coding/far-join.ts'
import type { CodingProgress } from '../coding/progress.ts'
import { Bench } from './bench.tsx'
import type { BenchSteps } from './bench-bar.tsx'
import { BenchProgress } from './bench-progress.tsx'
import { GlossaryEditor } from './glossary-editor.tsx'
import type { Kept } from './kept.ts'
import { LockedThemes } from './locked-themes.tsx'
import { proposerWords } from './proposer-words.ts'

export interface BenchContents {
  round: { id: string; title: string }
  clientName: string
  item: { itemId: string; wording: string }
  next: { itemId: string; wording: string } | null
  state: CodebookState
  view: BenchView
  progress: CodingProgress
  proposer: { id: string | null; notice: string }
  /** Whether better suggestions are on their way. */
  stillReading: boolean
  steps: BenchSteps
  farJoin: FarJoin | null
  glossary: { term: string; meaning: string }[]
  signedIn: string
}

export function BenchPage({
  bench,
  kept,
  error,
}: {
  bench: BenchContents
  kept: Kept
  error: string | null
}) {
  const { round, clientName, item, next, state, view, progress } = bench
  const locked = state.kind === 'locked'
  const trail = [
    { label: `${clientName}: ${round.title}`, href: `/rounds/${round.id}` },
    { label: 'Themes', href: `/rounds/${round.id}/themes` },
  ]
  return (
    <Page title={item.wording} signedIn={bench.signedIn} trail={trail} lede={locked ? undefined : LEDE}>
      {error && <ErrorSummary errors={{ form: error }} />}
      {locked && <LockedThemes roundId={round.id} version={state.version} themes={view.confirmed} />}
      {!locked && progress.lines === 0 && <p>Nobody gave a line here.</p>}
      {!locked && progress.lines > 0 && (
        <>
          {bench.stillReading && (
            <Notice title="The lines are still being compared by meaning">
              <p>
                <a href={`/rounds/${round.id}/themes/${item.itemId}`}>Load the page again</a> in a few seconds
                for better suggestions. If you begin now, those you see stay.
              </p>
            </Notice>
          )}
          <BenchProgress
            progress={progress}
            proposer={`${bench.proposer.notice} ${proposerWords(bench.proposer.id)}`.trim()}
          />
          {bench.farJoin && <TeachWord join={bench.farJoin} />}
          <Bench view={view} kept={kept} steps={bench.steps} />
          <GlossaryEditor
            entries={bench.glossary}
            unknown={view.unknownTerms}
            term={bench.farJoin?.term ?? ''}
            typed={kept}
          />
        </>
      )}
      <p className="onward">
        {next ? (
          <a href={`/rounds/${round.id}/themes/${next.itemId}`}>{`Next: ${next.wording}`}</a>
        ) : (
          <a href={`/rounds/${round.id}/themes`}>
            {locked ? 'All themes' : 'All themes, and lock the codebook'}
          </a>
        )}
      </p>
    </Page>
  )
}

const LEDE =
  'Confirm what belongs together and mend what does not. Nobody can see here who wrote what. Whatever you change counts as confirmed, and every step can be undone.'

function TeachWord({ join }: { join: FarJoin }) {
  return (
    <Notice title="The machine would not have seen that">
      <p>
        {`You put “${join.text}” with “${join.themeName}”. If a word in it stands for something, `}
        <a href="#glossary">say what it means</a>, and the next suggestions will be better.
      </p>
    </Notice>
  )
}
