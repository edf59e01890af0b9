import { SceneSvg } from '#app/charts/scene-svg.tsx'
import type { Block } from './document.ts'
import { type NumberedSentence, numberReasons } from './reasons.ts'
import { ReportTable } from './report-table.tsx'

interface BlockProps {
  block: Block
  /** Reasons that the page gave before this block. */
  reasonsBefore: number
  pageTitle: string
  /** Tables in small type are opened by whoever wants to look something up. */
  folded?: boolean
}

export function ReportBlock({ block, reasonsBefore, pageTitle, folded = false }: BlockProps) {
  switch (block.kind) {
    case 'heading':
      return <h3>{block.text}</h3>
    case 'statement':
      return <ReportStatement statement={block} />
    case 'paragraph':
      return <ReportParagraph sentences={numberReasons(block.sentences, reasonsBefore)} />
    case 'list':
      return <ReportList ordered={block.ordered} items={numberReasons(block.items, reasonsBefore)} />
    case 'note':
      return <p className="report-note">{block.text}</p>
    case 'facts':
      return <ReportFacts facts={block.facts} />
    case 'table':
      return folded && block.dense ? <FoldedTable table={block} /> : <ReportTable table={block} />
    case 'figure':
      return <ReportFigure figure={block} titled={block.scene.title !== pageTitle} />
  }
}

function FoldedTable({ table }: { table: Extract<Block, { kind: 'table' }> }) {
  return (
    <details className="report-reference folded">
      <summary>{table.caption}</summary>
      <ReportTable table={table} />
    </details>
  )
}

function ReportStatement({ statement }: { statement: Extract<Block, { kind: 'statement' }> }) {
  const { text, confidence, source } = statement
  return (
    <>
      <div className="report-statement">
        <p>{text}</p>
        {confidence !== '' && <p className="confidence">{confidence}</p>}
      </div>
      {source && (
        <details className="report-reasons">
          <summary>Why does it say this?</summary>
          <p>
            {source.why} <span className="rule">{source.rule}</span>
          </p>
        </details>
      )}
    </>
  )
}

function ReportParagraph({ sentences }: { sentences: NumberedSentence[] }) {
  return (
    <>
      <p>
        {sentences.map((sentence, index) => (
          <ReportSentence key={sentence.text} sentence={sentence} space={index > 0} />
        ))}
      </p>
      <Reasons sentences={sentences} />
    </>
  )
}

function ReportList({ ordered, items }: { ordered: boolean; items: NumberedSentence[] }) {
  const List = ordered ? 'ol' : 'ul'
  return (
    <>
      <List className="report-list">
        {items.map((item) => (
          <li key={item.text}>
            <ReportSentence sentence={item} space={false} />
          </li>
        ))}
      </List>
      <Reasons sentences={items} />
    </>
  )
}

function ReportSentence({ sentence, space }: { sentence: NumberedSentence; space: boolean }) {
  return (
    <>
      {space && ' '}
      {sentence.voice === 'consultant' ? <span className="own-words">{sentence.text}</span> : sentence.text}
      {sentence.reason !== null && <sup>{sentence.reason}</sup>}
    </>
  )
}

/** The figures behind the sentences above, one click away. */
function Reasons({ sentences }: { sentences: readonly NumberedSentence[] }) {
  const reasoned = sentences.filter(({ reason }) => reason !== null)
  if (reasoned.length === 0) return null
  return (
    <details className="report-reasons">
      <summary>Why does it say this?</summary>
      <ol start={reasoned[0]?.reason ?? 1}>
        {reasoned.map(({ reason, source }) => (
          <li key={reason}>
            {source?.why} <span className="rule">{source?.rule}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}

function ReportFacts({ facts }: { facts: readonly { label: string; value: string }[] }) {
  return (
    <dl className="report-facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/**
 * On a phone a picture is laid out anew for the narrow screen; one that cannot be keeps its size and is moved sideways
 * with a finger or the arrow keys. Whoever would rather read than look finds the same figures in words.
 */
function ReportFigure({ figure, titled }: { figure: Extract<Block, { kind: 'figure' }>; titled: boolean }) {
  return (
    <figure className="report-figure">
      {titled && <figcaption>{figure.scene.title}</figcaption>}
      {figure.phoneScene ? (
        <>
          <div className="for-phones">
            <SceneSvg scene={figure.phoneScene} />
          </div>
          <div className="for-wide">
            <SceneSvg scene={figure.scene} />
          </div>
        </>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className="scroller" aria-label={`Chart: ${figure.scene.title}`} tabIndex={0}>
          <SceneSvg scene={figure.scene} />
        </section>
      )}
      {figure.note !== '' && <p className="report-note">{figure.note}</p>}
      <details className="report-reasons">
        <summary>The figures in words</summary>
        <p>{figure.scene.desc}</p>
      </details>
    </figure>
  )
}
