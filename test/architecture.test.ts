import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')
const ROOMS = ['questionnaire', 'rounds', 'answers', 'themes', 'scoring', 'diagnosis', 'redesign', 'report']
const OUTER = ['routes', 'http', 'session']
/** What every room may do to a text that comes in or goes out. */
const TEXT_AT_THE_DOORS = ['#app/http/normalise-text.ts', '#app/http/formula-guard.ts']
const IMPURE = /^(node:|kysely|pdfkit|fontkit|react|@remix-run\/|@photostructure\/|#db\/|express)/

interface Source {
  path: string
  text: string
  imports: { specifier: string; typeOnly: boolean }[]
}

const sources = ['app', 'db'].flatMap((folder) => readSources(join(ROOT, folder)))

function readSources(folder: string): Source[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      const text = readFileSync(path, 'utf8')
      return { path: relative(ROOT, path), text, imports: importsOf(path, text) }
    })
}

function importsOf(path: string, text: string): Source['imports'] {
  const statements = text.matchAll(/(?:import|export)\s+(type\s)?(?:[^'"();]*?\sfrom\s+)?['"]([^'"]+)['"]/g)
  return [...statements].map(([, type, specifier = '']) => ({
    specifier: specifier.startsWith('.')
      ? `#${relative(ROOT, resolve(dirname(path), specifier))}`
      : specifier,
    typeOnly: type !== undefined,
  }))
}

const roomOf = (path: string) => /^#?app\/([^/]+)\//.exec(path)?.[1] ?? null
const isPure = (path: string) =>
  /^app\/.*(?<!\.server|\.d)\.ts$/.test(path) && !/^app\/(routes\/|routes\.ts)/.test(path)

function violations(check: (source: Source, specifier: string, typeOnly: boolean) => boolean): string[] {
  return sources.flatMap((source) =>
    source.imports
      .filter(({ specifier, typeOnly }) => check(source, specifier, typeOnly))
      .map(({ specifier }) => `${source.path} imports ${specifier}`),
  )
}

test('the test reads the house: every room has sources and they import one another', () => {
  for (const room of [...ROOMS, 'charts', 'ui', 'http', 'session', 'routes']) {
    expect(
      sources.some((source) => roomOf(source.path) === room),
      room,
    ).toBe(true)
  }
  expect(sources.flatMap((source) => source.imports).length).toBeGreaterThan(200)
})

test('a room imports rooms to its left only', () => {
  const rightward = violations(({ path }, specifier) => {
    const from = ROOMS.indexOf(roomOf(path) ?? '')
    return from >= 0 && ROOMS.indexOf(roomOf(specifier) ?? '') > from
  })
  expect(rightward).toEqual([])
})

test('a pure file imports nothing that reads, writes, ticks or renders', () => {
  expect(
    violations(({ path }, specifier, typeOnly) => isPure(path) && !typeOnly && IMPURE.test(specifier)),
  ).toEqual([])
  const serverImports = violations(({ path }, specifier) => isPure(path) && /\.server\.tsx?$/.test(specifier))
  expect(serverImports).toEqual([])
})

test('a pure file uses no clock and no chance', () => {
  const impure = sources.filter(
    ({ path, text }) => isPure(path) && /Date\.now|new Date\(\)|Math\.random|performance\.now/.test(text),
  )
  expect(impure.map(({ path }) => path)).toEqual([])
})

test('charts know marks and ui knows React: neither imports a room', () => {
  const subject = violations(({ path }, specifier) => {
    const room = roomOf(path)
    const target = roomOf(specifier)
    return (room === 'charts' || room === 'ui') && target !== null && target !== room
  })
  expect(subject).toEqual([])
})

test('nobody imports routes', () => {
  expect(violations((_, specifier) => roomOf(specifier) === 'routes')).toEqual([])
})

test('rooms and charts do not know sessions; only the outer rooms and use cases know the edge', () => {
  const inward = violations(({ path }, specifier, typeOnly) => {
    const room = roomOf(path)
    const outer = OUTER.includes(roomOf(specifier) ?? '')
    return (
      ROOMS.includes(room ?? '') &&
      isPure(path) &&
      outer &&
      !typeOnly &&
      !TEXT_AT_THE_DOORS.includes(specifier)
    )
  })
  expect(inward).toEqual([])
})

test('only use cases and routes open the database room, and SQL stays in it', () => {
  const dbImports = violations(
    ({ path }, specifier, typeOnly) =>
      path.startsWith('app/') &&
      specifier.startsWith('#db/') &&
      !typeOnly &&
      !/\.server\.tsx?$|^app\/routes\//.test(path),
  )
  expect(dbImports).toEqual([])
  const sql = sources.filter(
    ({ path, text }) =>
      path.startsWith('app/') &&
      /\.selectFrom\(|\.insertInto\(|\.updateTable\(|\.deleteFrom\(|sql`/.test(text),
  )
  expect(sql.map(({ path }) => path)).toEqual([])
})

test('there are no barrel files and no rooms for odds and ends', () => {
  const odd = sources.filter(({ path }) => /(^|\/)(index|utils?|helpers?|misc|common)(\/|\.tsx?$)/.test(path))
  expect(odd.map(({ path }) => path)).toEqual([])
})

test('no view sets markup or styles by hand', () => {
  const unsafe = sources.filter(
    ({ path, text }) => path.endsWith('.tsx') && /dangerouslySetInnerHTML|\sstyle=\{/.test(text),
  )
  expect(unsafe.map(({ path }) => path)).toEqual([])
})
