import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ROOT } from '#scripts/fresh-build.ts'
import { freePort } from '#scripts/run-server.ts'

const PATIENCE_MS = 60_000

export interface Ending {
  code: number | null
  signal: NodeJS.Signals | null
}

export interface ServerProcess {
  baseUrl: string
  pid: number
  /** Milliseconds from the start until it could answer; null where it ended before. */
  ready: Promise<number | null>
  ended: Promise<Ending>
  /** All that it has printed so far. */
  output(): string
  kill(signal: NodeJS.Signals): Promise<Ending>
}

export interface Launch {
  dataDir: string
  /** Left out: any free port. */
  port?: number
  /** A command that runs it, such as a tracer with its arguments; it must keep the process number. */
  under?: readonly string[]
  environment?: Record<string, string>
}

const running = new Set<ChildProcess>()
// A check that breaks off leaves no server behind.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** The built server as `npm start` runs it, to be ended by any means. It need not get as far as being ready. */
export async function launchServer({
  dataDir,
  port,
  under = [],
  environment,
}: Launch): Promise<ServerProcess> {
  const baseUrl = `http://127.0.0.1:${port ?? (await freePort())}`
  const started = performance.now()
  const [command = '', ...args] = [...under, process.execPath, join(ROOT, 'scripts', 'start.mjs')]
  const child = spawn(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...settings(baseUrl, dataDir), ...environment },
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  let output = ''
  const keep = (chunk: Buffer) => {
    output += chunk
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  const ended = new Promise<Ending>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })
  const ready = new Promise<number | null>((resolve) => {
    child.once('message', () => resolve(performance.now() - started))
    ended.then(
      () => resolve(null),
      () => resolve(null),
    )
  })
  return {
    baseUrl,
    pid: child.pid ?? 0,
    ready,
    ended,
    output: () => output,
    kill: (signal) => {
      child.kill(signal)
      return ended
    },
  }
}

/** The same, waited for. */
export async function startServer(launch: Launch): Promise<ServerProcess> {
  const server = await launchServer(launch)
  const late = setTimeout(() => server.kill('SIGKILL'), PATIENCE_MS)
  const ready = await server.ready
  clearTimeout(late)
  if (ready === null) throw new Error(`The server did not start.\n${server.output()}`)
  return server
}

/** @throws {Error} if the server ends before that by itself */
export async function untilReached(reached: () => boolean, server: ServerProcess): Promise<void> {
  let ended = false
  server.ended.then(() => {
    ended = true
  })
  while (!reached()) {
    if (ended) throw new Error(`The server ended by itself.\n${server.output()}`)
    await sleep(5)
  }
}

function settings(baseUrl: string, dataDir: string): Record<string, string> {
  return {
    NODE_ENV: 'production',
    PLUMBLINE_BASE_URL: baseUrl,
    PLUMBLINE_DATA_DIR: dataDir,
    PLUMBLINE_PORT: new URL(baseUrl).port,
    PLUMBLINE_SETUP_CODE: 'a-code-for-this-check',
    PLUMBLINE_LOG_LEVEL: 'warn',
  }
}
