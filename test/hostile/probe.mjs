// Loaded into the server under test before anything else: watches the prototypes, the event loop and the memory.
import { subscribe } from 'node:diagnostics_channel'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

const file = process.env.HOSTILE_PROBE
const WATCHED = [Object.prototype, Array.prototype, Function.prototype, String.prototype]

if (file && isMainThread) {
  const before = WATCHED.map((prototype) => new Set(Reflect.ownKeys(prototype)))
  const delay = monitorEventLoopDelay({ resolution: 10 })
  // What comes before the first request holds up nobody.
  let serves = false
  subscribe('http.server.request.start', () => {
    if (!serves) delay.enable()
    serves = true
  })
  let [peak, computedMs, computed] = [0, 0, computing()]
  setInterval(() => {
    const now = computing()
    if (serves) computedMs = Math.max(computedMs, now - computed)
    computed = now
  }, 10).unref()
  setInterval(() => {
    const foreign = WATCHED.flatMap((prototype, index) =>
      Reflect.ownKeys(prototype).filter((key) => !before[index]?.has(key)),
    )
    const rss = process.memoryUsage.rss()
    peak = Math.max(peak, rss)
    const names = foreign.map(String)
    const seen = { pid: process.pid, foreign: names, blockedMs: delay.max / 1e6, computedMs, rss, peak }
    writeFileSync(`${file}.new`, JSON.stringify(seen))
    renameSync(`${file}.new`, file)
  }, 50).unref()
}

/** How long the main thread has computed, in ms: what others do to the machine does not count. 0 where nobody tells. */
function computing() {
  try {
    const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')
    return Number(nanoseconds) / 1e6
  } catch {
    return 0
  }
}
