import { readFileSync } from 'node:fs'
import { readReferenceFile } from './reference/reference-file.ts'
import { runReference } from './reference/run-reference.ts'

const USAGE = 'Usage: npm run reference -- FILE (reference values in the form agreement-reference/1)'

function main(): void {
  const [path, ...rest] = process.argv.slice(2)
  if (path === undefined || rest.length > 0) throw new Error(USAGE)
  const read = readReferenceFile(readFileSync(path, 'utf8'))
  if (!read.ok) throw new Error(`${path}: ${read.error}`)
  const { lines, failed } = runReference(read.cases)
  console.log(lines.join('\n'))
  if (failed > 0) process.exitCode = 1
}

try {
  main()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
