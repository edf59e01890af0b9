import type { ReportDocument, ReportPage } from './document.ts'
import { reasonsBefore } from './reasons.ts'
import { ReportBlock } from './report-blocks.tsx'
import { toldFacts } from './told-facts.ts'

/** The report as one page to read on a screen: cover, contents, then every page of the document as a section. */
export function ReportView({ document, pdfHref }: { document: ReportDocument; pdfHref?: string }) {
  return (
    <main className="report-paper" lang={document.language}>
      <ReportCover document={document} pdfHref={pdfHref} />
      <div className="report-body">
        <ReportContents pages={document.pages} />
        <div className="report-pages">
          {document.pages.map((page) => (
            <ReportSection key={page.id} page={page} />
          ))}
          <footer className="report-end">
            <p>
              Document {document.documentId} · Plumbline {document.softwareVersion}
            </p>
            <p>{document.privacyPromise}</p>
          </footer>
        </div>
      </div>
    </main>
  )
}

function ReportCover({ document, pdfHref }: { document: ReportDocument; pdfHref?: string | undefined }) {
  return (
    <header className="report-cover">
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
            A4; also <a href={`${pdfHref}?paper=letter`}>in US Letter</a>
          </span>
        </p>
      )}
    </header>
  )
}

function ReportContents({ pages }: { pages: readonly ReportPage[] }) {
  return (
    <nav className="report-contents" aria-label="Contents">
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

function ReportSection({ page }: { page: ReportPage }) {
  return (
    <section className="report-page" id={page.id} aria-labelledby={`${page.id}-title`}>
      <h2 id={`${page.id}-title`}>{page.title}</h2>
      {page.blocks.map((block, index) => (
        <ReportBlock
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity, and are never reordered
          key={index}
          block={block}
          reasonsBefore={reasonsBefore(page.blocks, index)}
          pageTitle={page.title}
        />
      ))}
    </section>
  )
}
