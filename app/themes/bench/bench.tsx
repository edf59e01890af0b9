import { counted } from '#app/rounds/count-words.ts'
import { Button } from '#app/ui/button.tsx'
import type { BenchView } from '../coding/bench-view.ts'
import { unconfirmedWords } from '../coding/progress.ts'
import type { Certainty } from '../proposal.ts'
import { BenchBar, type BenchSteps } from './bench-bar.tsx'
import { ConfirmedTheme, ProposedGroup } from './bench-theme.tsx'
import { JoinCard } from './join-card.tsx'
import type { Kept } from './kept.ts'
import { LooseLineItem } from './loose-line-item.tsx'

interface BenchProps {
  view: BenchView
  kept: Kept
  steps: BenchSteps
}

const CERTAINTY: Record<Certainty, { title: string; words: string; hint: string }> = {
  'very-likely': {
    title: 'Very likely one theme',
    words: 'very likely',
    hint: 'Nine of ten such groups are right. Look for the odd line, take it out, and confirm the rest at once.',
  },
  likely: {
    title: 'Likely one theme',
    words: 'likely',
    hint: 'About three of four are right. Read each one.',
  },
  maybe: {
    title: 'Perhaps one theme',
    words: 'possible',
    hint: 'Every other one is wrong.',
  },
}

/** The coding bench: lines without authors, sorted into themes by a person. One form, so that it works without a script. */
export function Bench({ view, kept, steps }: BenchProps) {
  const themes = [...view.confirmed, ...view.groups.flatMap((part) => part.themes), ...view.loose]
  return (
    <form method="post" className="bench" data-bench="">
      <button
        type="submit"
        name="intent"
        value="rename"
        className="unseen"
        tabIndex={-1}
        aria-hidden="true"
      />
      {view.groups.map(({ certainty, themes: groups }) => (
        <section key={certainty} className="bench-part" aria-labelledby={certainty}>
          <PartHead id={certainty} title={CERTAINTY[certainty].title} hint={CERTAINTY[certainty].hint}>
            {groups.map(({ id }) => (
              <input key={id} type="hidden" name={`shown:${certainty}`} value={id} />
            ))}
            {groups.length > 1 && (
              <Button
                name="intent"
                value={`accept-all:${certainty}`}
                look={certainty === 'very-likely' ? 'main' : 'plain'}
              >
                {`Confirm the ${groups.length} ${CERTAINTY[certainty].words} groups`}
              </Button>
            )}
          </PartHead>
          <ol className="themes">
            {groups.map((theme) => (
              <ProposedGroup key={theme.id} theme={theme} kept={kept} />
            ))}
          </ol>
        </section>
      ))}
      <Joins view={view} />
      <Loose view={view} kept={kept} />
      <Rest view={view} />
      {view.confirmed.length > 0 && (
        <section className="bench-part" aria-labelledby="confirmed">
          <PartHead id="confirmed" title={`Confirmed: ${counted(view.confirmed.length, 'theme')}`} />
          <ol className="themes">
            {view.confirmed.map((theme) => (
              <ConfirmedTheme key={theme.id} theme={theme} kept={kept} />
            ))}
          </ol>
        </section>
      )}
      <BenchBar themes={themes} kept={kept} steps={steps} />
    </form>
  )
}

/** For whoever has mended the page from top to bottom: what stands there now is right. */
function Rest({ view }: { view: BenchView }) {
  const groups = view.groups.flatMap(({ themes }) => themes)
  const left = [...groups, ...view.loose]
  if (groups.length === 0 || left.length < 2) return null
  return (
    <div className="bench-part rest">
      {left.map(({ id }) => (
        <input key={id} type="hidden" name="shown:rest" value={id} />
      ))}
      <p>Is everything above as it should be?</p>
      <Button name="intent" value="accept-all:rest">
        {`Confirm ${unconfirmedWords({ openGroups: groups.length, looseLines: view.loose.length })}`}
      </Button>
    </div>
  )
}

function Joins({ view }: { view: BenchView }) {
  if (view.joins.length === 0) return null
  return (
    <section className="bench-part" aria-labelledby="joins">
      <PartHead id="joins" title="Two that may be one" hint="A no is remembered." />
      <ul className="themes">
        {view.joins.map((join) => (
          <JoinCard key={join.themes.map(({ id }) => id).join()} join={join} />
        ))}
      </ul>
    </section>
  )
}

function Loose({ view, kept }: { view: BenchView; kept: Kept }) {
  if (view.loose.length === 0) return null
  return (
    <section className="bench-part" aria-labelledby="loose">
      <PartHead
        id="loose"
        title={`In no group: ${counted(view.loose.length, 'line')}`}
        hint="Most of what a machine misses is here. Put a line with one of its nearest, or leave it alone."
      >
        {view.loose.map(({ id }) => (
          <input key={id} type="hidden" name="shown:loose" value={id} />
        ))}
        {view.loose.length > 1 && (
          <Button name="intent" value="accept-all:loose">
            {`Leave these ${view.loose.length} alone`}
          </Button>
        )}
      </PartHead>
      <ol className="themes">
        {view.loose.map((line) => (
          <LooseLineItem key={line.id} loose={line} kept={kept} />
        ))}
      </ol>
    </section>
  )
}

function PartHead(props: { id: string; title: string; hint?: string; children?: React.ReactNode }) {
  return (
    <div className="part-head">
      <div>
        <h2 id={props.id}>{props.title}</h2>
        {props.hint && <p className="muted">{props.hint}</p>}
      </div>
      {props.children && <div>{props.children}</div>}
    </div>
  )
}
