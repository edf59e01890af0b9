import { readFileSync } from 'node:fs'
import { cpus, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../fresh-build.ts'

/** Date, machine and versions that figures were measured with. */
export function machineInWords(now = new Date()): string {
  const [cpu] = cpus()
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
  const memory = Math.round(totalmem() / 2 ** 30)
  return [
    now.toISOString().slice(0, 10),
    `${cpus().length} x ${cpu?.model.trim()}`,
    `${memory} GiB`,
    type(),
    `Node.js ${process.versions.node} (V8 ${process.versions.v8})`,
    `plumbline ${version}`,
  ].join(', ')
}
