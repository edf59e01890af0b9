import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './fresh-build.ts'

const PATIENCE_MS = 20_000

export interface RunningServer {
  baseUrl: string
  dataDir: string
  setupCode: string
  /** All that it has printed so far. */
  output: () => string
  /** Ends it as an operator would and gives its exit code; removes the data folder if it was made for the run. */
  stop: () => Promise<number | null>
}

export interface ServerOptions {
  /** Left out: an empty folder of its own. */
  dataDir?: string
  /** Left out: any free port. */
  port?: number
  /** Further settings, such as a mail server. */
  environment?: Record<string, string>
}

/** Starts the built server as `npm start` does and waits until it answers. */
export async function runServer(options: ServerOptions = {}): Promise<RunningServer> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'plumbline-'))
  const port = options.port ?? (await freePort())
  const baseUrl = `http://127.0.0.1:${port}`
  const setupCode = crypto.randomUUID()
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'start.mjs')], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PLUMBLINE_BASE_URL: baseUrl,
      PLUMBLINE_DATA_DIR: dataDir,
      PLUMBLINE_PORT: String(port),
      PLUMBLINE_SETUP_CODE: setupCode,
      ...options.environment,
    },
  })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  child.stderr.on('data', (chunk) => {
    output += chunk
  })
  const stop = async () => {
    const code = await ended(child)
    if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true })
    return code
  }
  try {
    await untilReady(child, baseUrl)
  } catch (error) {
    await stop()
    throw new Error(`The server did not start: ${(error as Error).message}\n${output}`)
  }
  return { baseUrl, dataDir, setupCode, output: () => output, stop }
}

/** The port asked for or, where something listens there already, any free one. */
export function usablePort(wanted: number): Promise<number> {
  return portOf(wanted).catch(freePort)
}

export function freePort(): Promise<number> {
  return portOf(0)
}

function portOf(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address()
      if (address === null || typeof address === 'string') return reject(new Error('no port was given'))
      probe.close(() => resolve(address.port))
    })
  })
}

async function untilReady(child: ChildProcess, baseUrl: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`)
    const answered = await fetch(`${baseUrl}/healthz`).then(
      (response) => response.ok,
      () => false,
    )
    if (answered) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`no answer from ${baseUrl}/healthz within ${PATIENCE_MS / 1000} seconds`)
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode
  return new Promise((resolve) => {
    const impatient = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
    child.once('exit', (code) => {
      clearTimeout(impatient)
      resolve(code)
    })
    child.kill('SIGTERM')
  })
}
