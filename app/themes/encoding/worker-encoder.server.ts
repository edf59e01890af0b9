import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectFolder } from '#app/http/project-folder.server.ts'
import type { TextEncoder } from '../proposal.ts'

/** What the encoder's thread answers to each request. */
type Answer =
  | { request: number; ok: true; id: string; dimensions: number; vectors: Float32Array }
  | { request: number; ok: false; reason: string }

export interface WorkerOptions {
  id: string
  dimensions: number
  code: string
  /** A thread that has had nothing to do for so long is ended, and its memory with it. */
  idleMs: number
}

export const MINILM: WorkerOptions = {
  id: 'minilm-l6-v2',
  dimensions: 384,
  code: join('app', 'themes', 'encoding', 'encoder-worker.mjs'),
  idleMs: 60_000,
}

/** Texts that go to the thread at once: a request that is given up is noticed after so many. */
const TEXTS_IN_ONE_MESSAGE = 92

/** An encoder in one thread of its own: started at the first text, ended when idle. Its failures are rejections. */
export function workerEncoder(
  options: WorkerOptions = MINILM,
): TextEncoder & { staffed(): boolean; end(): Promise<void> } {
  const waiting = new Map<
    number,
    { resolve: (vectors: Float32Array) => void; reject: (error: Error) => void }
  >()
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let requests = 0

  async function embed(lines: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> {
    const found: Float32Array[] = []
    for (let start = 0; start < lines.length; start += TEXTS_IN_ONE_MESSAGE) {
      signal?.throwIfAborted()
      const some = lines.slice(start, start + TEXTS_IN_ONE_MESSAGE)
      const flat = await ask(some)
      for (const [at] of some.entries())
        found.push(flat.slice(at * options.dimensions, (at + 1) * options.dimensions))
    }
    return found
  }

  function ask(texts: readonly string[]): Promise<Float32Array> {
    return new Promise((resolve, reject) => {
      requests += 1
      waiting.set(requests, { resolve, reject })
      clearTimeout(idle)
      worker ??= hire()
      worker.ref()
      worker.postMessage({ request: requests, texts })
    })
  }

  function hire(): Worker {
    // Neither the secrets of the server nor the loaders it was started with.
    const hired = new Worker(join(projectFolder(), options.code), { env: {}, execArgv: [] })
    hired.on('message', (answer: Answer) => settle(answer))
    hired.on('error', (error) => leave(hired, error))
    hired.on('exit', () => leave(hired, new Error('the thread of the encoder ended')))
    return hired
  }

  function settle(answer: Answer): void {
    const asked = waiting.get(answer.request)
    waiting.delete(answer.request)
    if (waiting.size === 0) rest()
    if (!answer.ok) asked?.reject(new Error(`the encoder failed: ${answer.reason}`))
    else if (answer.id !== options.id || answer.dimensions !== options.dimensions)
      asked?.reject(new Error(`the model ${answer.id} is installed in the place of ${options.id}`))
    else asked?.resolve(answer.vectors)
  }

  function leave(left: Worker, error: Error): void {
    if (left !== worker) return
    worker = null
    const abandoned = [...waiting.values()]
    waiting.clear()
    for (const { reject } of abandoned) reject(error)
  }

  function rest(): void {
    worker?.unref()
    clearTimeout(idle)
    idle = setTimeout(end, options.idleMs).unref()
  }

  async function end(): Promise<void> {
    const leaving = worker
    worker = null
    await leaving?.terminate()
  }

  return { id: options.id, dimensions: options.dimensions, embed, staffed: () => worker !== null, end }
}
