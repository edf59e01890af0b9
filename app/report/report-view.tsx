import type { ReactNode } from 'react'
import type { ReportBrand, ReportDocument, ReportPage } from './document.ts'
import { reasonsBefore } from './reasons.ts'
import { ReportBlock } from './report-blocks.tsx'
import { toldFacts } from './told-facts.ts'

interface ReportViewProps {
  document: ReportDocument
  pdfHref?: string
  /** The address at which a page can be edited; the consultant's draft only. */
  editHref?: (pageId: string) => string | undefined
  /** What belongs to this reading and not to the report. */
  children?: ReactNode
}

/** The report as one page to read on a screen: cover, contents, then every page of the document as a section. */
export function ReportView({ document, pdfHref, editHref, children }: ReportViewProps) {
  return (
    <main className="report-paper" lang={document.language}>
      <ReportCover document={document} pdfHref={pdfHref} />
      <div className="report-body">
        <ReportContents pages={document.pages} />
        <div className="report-pages">
          {children}
          {document.pages.map((page) => (
            <ReportSection key={page.id} page={page} editHref={editHref?.(page.id)} />
          ))}
          <footer className="report-end">
            <p>
              Document {document.documentId} · Plumbline {document.softwareVersion}
            </p>
            <p>{document.privacyPromise}</p>
            {document.brand?.footer && <p>{document.brand.footer}</p>}
          </footer>
        </div>
      </div>
    </main>
  )
}

function ReportCover({ document, pdfHref }: { document: ReportDocument; pdfHref?: string | undefined }) {
  return (
    <header className={document.brand ? 'report-cover branded' : 'report-cover'}>
      {document.brand && <BrandMark brand={document.brand} />}
      <h1>{document.clientName}</h1>
      <p className="report-round">{document.roundTitle}</p>
      <dl className="report-facts">
        {toldFacts(document).map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="report-promise">{document.privacyPromise}</p>
      {pdfHref && (
        <p className="report-download">
          <a href={pdfHref}>Download as PDF</a>
          <span className="aside">
            A4; also <a href={`${pdfHref}?paper=letter`}>in US Letter</a> and{' '}
            <a href={pdfHref.replace(/pdf$/, 'pptx')}>as slides</a>
          </span>
        </p>
      )}
    </header>
  )
}

/** The consultant's brand, not ours. */
function BrandMark({ brand: { id, name, logo } }: { brand: ReportBrand }) {
  if (!logo) return <p className="report-brand">{name}</p>
  const [width, height] = [Math.round(logo.width / 2), Math.round(logo.height / 2)]
  return (
    <p className="report-brand">
      <img src={`/brand/${id}/logo.png`} alt={name} width={width} height={height} />
    </p>
  )
}

function ReportContents({ pages }: { pages: readonly ReportPage[] }) {
  return (
    <nav className="report-contents" id="contents" aria-label="Contents">
      <h2>Contents</h2>
      <ol>
        {pages.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** Pages to look something up in, longer than all others together: on the screen they are opened by whoever wants to. */
const REFERENCE_PAGES: Partial<Record<string, string>> = {
  annex: 'Show every item',
  method: 'Show formulas, thresholds and sources',
}

function ReportSection({ page, editHref }: { page: ReportPage; editHref: string | undefined }) {
  const closed = REFERENCE_PAGES[page.id]
  return (
    <section className="report-page" id={page.id} aria-labelledby={`${page.id}-title`}>
      <h2 id={`${page.id}-title`}>{page.title}</h2>
      {editHref && (
        <p className="report-edit">
          <a href={editHref} aria-label={`Edit this page: “${page.title}”`}>
            Edit this page
          </a>
        </p>
      )}
      {closed ? (
        <details className="report-reference">
          <summary>{closed}</summary>
          <PageBlocks page={page} open />
        </details>
      ) : (
        <PageBlocks page={page} />
      )}
      <p className="to-contents">
        <a href="#contents">Back to the contents</a>
      </p>
    </section>
  )
}

/** What is only looked up is closed, unless the whole page already is. */
function PageBlocks({ page, open = false }: { page: ReportPage; open?: boolean }) {
  return page.blocks.map((block, index) => (
    <ReportBlock
      // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity, and are never reordered
      key={index}
      block={block}
      reasonsBefore={reasonsBefore(page.blocks, index)}
      pageTitle={page.title}
      folded={!open}
    />
  ))
}
