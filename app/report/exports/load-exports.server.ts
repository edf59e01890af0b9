import { findRound } from '#db/rounds.ts'
import { tonesOf } from '../brand-tones.ts'
import { loadReport, type ReportQuery } from '../load-report.server.ts'
import { figurePng, figureSvg } from './draw-figure.server.ts'
import type { ExportedFile } from './export-file.server.ts'
import type { ExportPage } from './export-list.tsx'
import { figuresOf, readFigureName } from './figures.ts'

type Db = Parameters<typeof loadReport>[0]

/** What can be exported of a closed round. Null while there is none, or while it is still open. */
export async function loadExports(db: Db, query: ReportQuery): Promise<ExportPage | null> {
  const found = await findRound(db, { id: query.roundId, consultantId: query.consultant.id })
  const report = await loadReport(db, query)
  if (!found || !report) return null
  return {
    roundId: found.round.id,
    roundTitle: found.round.title,
    privacyMode: found.round.privacyMode,
    promise: report.document.privacyPromise,
    figures: figuresOf(report.document).map(({ id, title }) => ({ id, title })),
  }
}

/** One picture of the draft report, such as `signals-1.svg`. */
export async function figureFile(db: Db, query: ReportQuery, name: string): Promise<ExportedFile | null> {
  const wanted = readFigureName(name)
  const report = wanted && (await loadReport(db, query))
  const figure = report && figuresOf(report.document).find(({ id }) => id === wanted.id)
  if (!figure) return null
  const colours = tonesOf(report.document)
  const fileName = `${report.document.clientName} - ${report.document.roundTitle} - ${name}`
  if (wanted.format === 'svg')
    return { fileName, type: 'image/svg+xml', body: figureSvg(figure.scene, colours) }
  return { fileName, type: 'image/png', body: await figurePng(figure.scene, colours) }
}
