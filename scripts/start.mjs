// Plain JavaScript: production runs the built bundle and nothing else.
process.env.NODE_ENV ??= 'production'

const folder = new URL('../build/', import.meta.url)

async function start() {
  const build = await import(new URL('server/index.js', folder).href).catch((error) => {
    if (error.code === 'ERR_MODULE_NOT_FOUND' && error.url?.endsWith('build/server/index.js')) {
      throw new Error('There is no build yet: run "npm run build" first.')
    }
    throw error
  })
  const server = await build.entry.module.serve(build, new URL('client', folder).pathname)
  process.send?.({ ready: server.url })
  // With a code that tells a supervisor to start it again.
  server.diskFailed.then(() => server.stop()).finally(() => process.exit(1))
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.once(signal, () => server.stop().then(() => process.exit(0)))
  }
}

start().catch((error) => {
  process.stderr.write(`Plumbline did not start. ${error.message}\n`)
  process.exit(1)
})
