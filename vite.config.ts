import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin } from 'vite'

/** Code of worker threads: entries of their own in the server's build, so that a thread loads no more than it runs. */
const WORKERS = { 'press-worker.js': 'app/report/paper/press-worker.server.ts' }

function workerEntries(): Plugin {
  let server = false
  return {
    name: 'worker-entries',
    apply: 'build',
    configResolved({ build }) {
      server = Boolean(build.ssr)
    },
    buildStart() {
      if (!server) return
      for (const [fileName, source] of Object.entries(WORKERS)) {
        this.emitFile({ type: 'chunk', id: fileURLToPath(new URL(source, import.meta.url)), fileName })
      }
    },
  }
}

/** No page loads a framework script (docs/decisions/0003), so none is kept to be served. */
function noScripts(): Plugin {
  return {
    name: 'no-scripts',
    apply: (config, { command }) => command === 'build' && !config.build?.ssr,
    writeBundle({ dir = '' }, bundle) {
      for (const { type, fileName } of Object.values(bundle))
        if (type === 'chunk') rmSync(join(dir, fileName))
    },
  }
}

export default defineConfig({
  plugins: [
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
    workerEntries(),
    noScripts(),
  ],
  build: { assetsInlineLimit: 0 },
  server: { fs: { strict: true } },
})
