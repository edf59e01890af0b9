import { Worker } from 'node:worker_threads'

/** What became of a report that was to be printed. */
export type Printed = { kind: 'printed'; pdf: Uint8Array } | { kind: 'not-printed'; reason: Reason }

/** `busy`: too many wait already. `left`: nobody waits for it any more. The others are the limits, and faults of our own. */
export type Reason = 'busy' | 'left' | 'too-long' | 'too-large' | 'fault'

export interface PressLimits {
  /** How long one report may take. */
  jobMs: number
  /** How long one may wait for its turn. */
  waitMs: number
  /** How many may wait for their turn. */
  waiting: number
  /** Memory of the worker's JavaScript heap. */
  heapMb: number
  /** A worker that has had nothing to do for so long is ended. */
  idleMs: number
}

/** What the worker answers to each job. */
export type PressAnswer = { pdf: Uint8Array } | { fault: string }

export interface Press<Job> {
  print(job: Job, signal?: AbortSignal): Promise<Printed>
  /** True while a worker thread is there. */
  staffed(): boolean
}

interface Order<Job> {
  job: Job
  timer: NodeJS.Timeout
  settle: (printed: Printed) => void
}

interface Options {
  limits: PressLimits
  /** Told what went wrong in the worker. */
  onFault: (fault: string) => void
}

/**
 * One worker thread that prints one job after the other, so that no report, however hostile its text, holds up a request.
 * Its code answers each message with one message. A job past its time or memory costs the worker, never the server.
 */
export function createPress<Job>(code: URL, { limits, onFault }: Options): Press<Job> {
  const queue: Order<Job>[] = []
  let worker: Worker | null = null
  let running: Order<Job> | null = null
  let idle: NodeJS.Timeout | undefined

  function print(job: Job, signal?: AbortSignal): Promise<Printed> {
    if (signal?.aborted) return Promise.resolve({ kind: 'not-printed', reason: 'left' })
    if (queue.length >= limits.waiting) return Promise.resolve({ kind: 'not-printed', reason: 'busy' })
    return new Promise((resolve) => {
      const leave = () => giveUp(order, 'left')
      const order: Order<Job> = {
        job,
        timer: setTimeout(() => giveUp(order, 'busy'), limits.waitMs),
        settle: (printed) => {
          clearTimeout(order.timer)
          signal?.removeEventListener('abort', leave)
          resolve(printed)
        },
      }
      signal?.addEventListener('abort', leave, { once: true })
      queue.push(order)
      startNext()
    })
  }

  function startNext(): void {
    if (running) return
    const order = queue.shift()
    if (order) start(order)
    else rest()
  }

  function start(order: Order<Job>): void {
    clearTimeout(idle)
    clearTimeout(order.timer)
    order.timer = setTimeout(() => giveUp(order, 'too-long'), limits.jobMs)
    running = order
    worker ??= hire()
    worker.ref()
    worker.postMessage(order.job)
  }

  /** An order that waits is taken back; one that is being printed is taken away together with its worker. */
  function giveUp(order: Order<Job>, reason: Reason): void {
    const place = queue.indexOf(order)
    if (place >= 0) queue.splice(place, 1)
    order.settle({ kind: 'not-printed', reason })
    if (order !== running) return
    dismiss()
    finish()
  }

  function finish(): void {
    running = null
    startNext()
  }

  function rest(): void {
    worker?.unref()
    clearTimeout(idle)
    idle = setTimeout(dismiss, limits.idleMs).unref()
  }

  function dismiss(): void {
    const leaving = worker
    worker = null
    void leaving?.terminate()
  }

  function hire(): Worker {
    const hired = new Worker(code, {
      // Neither the secrets of the server nor the loaders it was started with.
      env: {},
      execArgv: [],
      // A small nursery is swept more often, and saves memory that the whole server would have to hold.
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: 8 },
    })
    hired.on('message', (answer: PressAnswer) => {
      if (hired !== worker || !running) return
      if ('fault' in answer) onFault(answer.fault)
      running.settle(
        'pdf' in answer ? { kind: 'printed', pdf: answer.pdf } : { kind: 'not-printed', reason: 'fault' },
      )
      finish()
    })
    hired.on('error', (error: NodeJS.ErrnoException) => {
      if (hired !== worker) return
      const reason = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'fault'
      if (reason === 'fault') onFault(error.stack ?? error.message)
      worker = null
      if (running) giveUp(running, reason)
    })
    hired.on('exit', () => {
      if (hired !== worker) return
      worker = null
      if (running) giveUp(running, 'fault')
    })
    return hired
  }

  return { print, staffed: () => worker !== null }
}
