import { parentPort } from 'node:worker_threads'

/**
 * A worker that does with each job what its name says.
 *
 * @type {Record<string, (job: { does: string, text: string }) => void>}
 */
const DOINGS = {
  print: (job) => parentPort?.postMessage({ pdf: new TextEncoder().encode(job.text) }),
  fail: () => parentPort?.postMessage({ fault: 'the ink ran out' }),
  throw: () => {
    throw new Error('thrown in the worker')
  },
  leave: () => process.exit(3),
  loop: () => {
    for (;;);
  },
  hoard: () => {
    /** @type {object[][]} */
    const hoard = []
    for (;;) hoard.push(new Array(1000).fill({}))
  },
}

parentPort?.on('message', (job) => DOINGS[job.does]?.(job))
