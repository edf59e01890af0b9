// Plain JavaScript: production runs the built bundle and nothing else.
process.env.NODE_ENV ??= 'production'

async function run() {
  const build = await import(new URL('../build/server/index.js', import.meta.url).href).catch((error) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND' || !error.url?.endsWith('build/server/index.js')) throw error
    throw new Error('There is no build yet: run "npm run build" first.')
  })
  process.stdout.write(`${await build.entry.module.linkForPassword(process.argv.slice(2), process.env)}\n`)
}

run().catch((error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
