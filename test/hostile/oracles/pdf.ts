import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { paperText } from '../expected.ts'

export interface SeenPdf {
  /** Without spaces, marks and what does not show. */
  text: string
  pages: number
  placeholders: number
  faults: string[]
}

const FORBIDDEN = new Set(
  [
    'JS',
    'JavaScript',
    'OpenAction',
    'AA',
    'Launch',
    'URI',
    'EmbeddedFile',
    'EmbeddedFiles',
    'XFA',
    'AcroForm',
    'SubmitForm',
    'ImportData',
    'GoToR',
    'GoToE',
    'RichMedia',
    'Movie',
    'Sound',
  ].map((name) => `/${name}`),
)
const PLACEHOLDER = /\u25a1/g

/** A PDF as its readers see it: the objects in it, its words, and letters without a glyph. */
export function readPdf(path: string): SeenPdf {
  const faults: string[] = []
  const check = run('qpdf', ['--check', path])
  if (check.status !== 0) faults.push(`qpdf --check: ${check.text.slice(0, 200)}`)
  const json = run('qpdf', ['--json', '--json-stream-data=none', path])
  for (const name of new Set(forbiddenIn(JSON.parse(json.text)))) faults.push(`the PDF holds ${name}`)
  const plain = run('qpdf', ['--qdf', '--object-streams=disable', path, `${path}.plain`])
  if (plain.status !== 0) faults.push('qpdf cannot unpack it')
  const blanks = emptyGlyphs(readFileSync(`${path}.plain`, 'latin1'))
  if (blanks > 0) faults.push(`${blanks} letters are drawn with the empty glyph`)
  const words = run('pdftotext', ['-raw', '-enc', 'UTF-8', path, '-']).text
  const pages = Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', [path]).text)?.[1] ?? 0)
  return { text: paperText(words), pages, placeholders: words.match(PLACEHOLDER)?.length ?? 0, faults }
}

/** Whether a text can be read in the PDF. What runs from right to left may come back in either order. */
export function isOnPaper({ text }: SeenPdf, wanted: string): boolean {
  const plain = paperText(wanted)
  if (text.includes(plain) || text.includes([...plain].reverse().join(''))) return true
  if (!RIGHT_TO_LEFT.test(plain)) return false
  const pieces = wanted.split(/\s+/).flatMap((word) => paperText(word).match(PIECES) ?? [])
  return pieces.every((piece) => text.includes(piece) || text.includes([...piece].reverse().join('')))
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
/** Letters of one direction in a row: signs between them are put on either side by those who read the page. */
const PIECES = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+|[\p{L}\p{N}]/gu

/** Names of objects and of their parts; texts do not count, whatever they say. */
function forbiddenIn(value: unknown): string[] {
  if (typeof value === 'string') return FORBIDDEN.has(value) ? [value] : []
  if (Array.isArray(value)) return value.flatMap(forbiddenIn)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, part]) => [
    ...(FORBIDDEN.has(key) && part !== null ? [key] : []),
    ...forbiddenIn(part),
  ])
}

/** Glyph 0 of a font is the one for letters that it lacks. Only what stands between brackets before `TJ` is shown. */
function emptyGlyphs(plain: string): number {
  let count = 0
  for (let end = plain.indexOf('] TJ'); end >= 0; end = plain.indexOf('] TJ', end + 1)) {
    const shown = plain.slice(plain.lastIndexOf('[', end), end)
    for (const [, hex = ''] of shown.matchAll(/<([0-9a-fA-F]*)>/g))
      for (let at = 0; at < hex.length; at += 4) if (hex.slice(at, at + 4) === '0000') count += 1
  }
  return count
}

function run(command: string, args: string[]): { status: number | null; text: string } {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (error) throw new Error(`${command} is needed here: ${error.message}`)
  return { status, text: stdout || stderr }
}
