import type { Scene } from '#app/charts/scene.ts'
import type { ReportDocument } from '../document.ts'

/** A picture of the report with the address it has: its page, and its place among the pictures of that page, from 1. */
export interface ReportFigure {
  id: string
  title: string
  scene: Scene
}

export function figuresOf({ pages }: Pick<ReportDocument, 'pages'>): ReportFigure[] {
  return pages.flatMap((page) =>
    page.blocks
      .filter((block) => block.kind === 'figure')
      .map(({ scene }, index) => ({ id: `${page.id}-${index + 1}`, title: scene.title, scene })),
  )
}

/** @example readFigureName('signals-1.svg') // => { id: 'signals-1', format: 'svg' } */
export function readFigureName(name: string): { id: string; format: 'svg' | 'png' } | null {
  const [, id, format] = /^([a-z0-9-]+-\d+)\.(svg|png)$/.exec(name) ?? []
  return id && (format === 'svg' || format === 'png') ? { id, format } : null
}
