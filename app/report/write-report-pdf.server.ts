import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { log } from '#app/http/log.server.ts'
import { projectFolder } from '#app/http/project-folder.server.ts'
import type { ReportDocument } from './document.ts'
import type { PaperSize } from './paper/paper-style.ts'
import type { PaperJob } from './paper/press-worker.server.ts'
import { createPress, type PressLimits, type Printed } from './press.server.ts'

/** A report of 60 people takes a fraction of a second and 60 MB. */
export const PRESS_LIMITS: PressLimits = {
  jobMs: 30_000,
  waitMs: 45_000,
  waiting: 20,
  heapMb: 256,
  idleMs: 60_000,
}

/** The build has the worker's code as an entry of its own (vite.config.ts). */
export const PRESS_CODE = pathToFileURL(
  join(
    projectFolder(),
    import.meta.url.endsWith('.ts')
      ? 'app/report/paper/press-worker-from-source.mjs'
      : 'build/server/press-worker.js',
  ),
)

const press = createPress<PaperJob>(PRESS_CODE, {
  limits: PRESS_LIMITS,
  onFault: (fault) => log.error({ fault }, 'printing failed'),
})

/** The report as a PDF, when its turn has come; or why there is none. */
export function writeReportPdf(
  document: ReportDocument,
  paper: PaperSize = 'A4',
  signal?: AbortSignal,
): Promise<Printed> {
  return press.print({ document: withoutPhonePictures(document), paper }, signal)
}

/** What is handed to the worker is copied, and that is the only time that others wait. */
function withoutPhonePictures(document: ReportDocument): ReportDocument {
  const pages = document.pages.map((page) => ({
    ...page,
    blocks: page.blocks.map((block) =>
      block.kind === 'figure' ? { kind: block.kind, scene: block.scene, note: block.note } : block,
    ),
  }))
  return { ...document, pages }
}
