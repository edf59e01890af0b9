// Loaded into the server under test before anything else: watches the prototypes, the event loop and the memory.
import { renameSync, writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

const file = process.env.HOSTILE_PROBE
const WATCHED = [Object.prototype, Array.prototype, Function.prototype, String.prototype]

if (file && isMainThread) {
  const before = WATCHED.map((prototype) => new Set(Reflect.ownKeys(prototype)))
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  let peak = 0
  setInterval(() => {
    const foreign = WATCHED.flatMap((prototype, index) =>
      Reflect.ownKeys(prototype).filter((key) => !before[index]?.has(key)),
    )
    const rss = process.memoryUsage.rss()
    peak = Math.max(peak, rss)
    const seen = { pid: process.pid, foreign: foreign.map(String), blockedMs: delay.max / 1e6, rss, peak }
    writeFileSync(`${file}.new`, JSON.stringify(seen))
    renameSync(`${file}.new`, file)
  }, 50).unref()
}
