import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Where LibreOffice is, if it is. */
export function findLibreOffice(): string | null {
  const { status, stdout } = spawnSync('sh', ['-c', 'command -v soffice || command -v libreoffice'], {
    encoding: 'utf8',
  })
  return status === 0 ? stdout.trim() : null
}

export interface OfficeFigures {
  files: number
  cells: number
  formulas: number
  links: number
  faults: string[]
}

/** Opens files as LibreOffice does on its own, and counts what it takes for a formula or a link. */
export function openedByOffice(soffice: string, files: readonly string[], folder: string): OfficeFigures {
  const profile = `-env:UserInstallation=file://${join(folder, 'office-profile')}`
  const outcome = spawnSync(
    soffice,
    [profile, '--headless', '--convert-to', 'fods', '--outdir', join(folder, 'opened'), ...files],
    { encoding: 'utf8', timeout: 600_000 },
  )
  const figures: OfficeFigures = { files: 0, cells: 0, formulas: 0, links: 0, faults: [] }
  for (const file of files) {
    try {
      count(join(folder, 'opened', basename(file).replace(/\.\w+$/, '.fods')), basename(file), figures)
    } catch {
      figures.faults.push(`LibreOffice did not open ${basename(file)}: ${outcome.stderr.slice(0, 200)}`)
    }
  }
  return figures
}

function count(path: string, name: string, figures: OfficeFigures): void {
  const xml = readFileSync(path, 'utf8')
  const formulas = xml.match(/table:formula=/g)?.length ?? 0
  const links =
    xml.match(/<table:(?:table-source|cell-range-source|dde-link)|xlink:href="(?!#)/g)?.length ?? 0
  figures.files += 1
  figures.cells += xml.match(/<table:table-cell [^>]*office:value-type=/g)?.length ?? 0
  figures.formulas += formulas
  figures.links += links
  if (formulas > 0) figures.faults.push(`${name}: ${formulas} live formulas`)
  if (links > 0) figures.faults.push(`${name}: ${links} links`)
}

export function keepFile(folder: string, name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
