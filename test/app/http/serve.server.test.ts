import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { serve } from '#app/http/serve.server.ts'
import { freePort } from '#scripts/run-server.ts'
import { buildFromSources } from '#test/helpers/running-application.ts'

async function serving() {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-serve-'))
  onTestFinished(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })
  const port = await freePort()
  vi.stubEnv('PLUMBLINE_BASE_URL', `http://127.0.0.1:${port}`)
  vi.stubEnv('PLUMBLINE_DATA_DIR', folder)
  vi.stubEnv('PLUMBLINE_PORT', String(port))
  vi.stubEnv('PLUMBLINE_SETUP_CODE', 'a-code-for-this-test')
  return serve(await buildFromSources(), '/nowhere')
}

/** The status, or the code of the error. */
function ask(url: string, agent: Agent): Promise<number | string> {
  return new Promise((resolve) => {
    get(url, { agent }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
    }).on('error', (error) => resolve((error as NodeJS.ErrnoException).code ?? error.message))
  })
}

test('the health address answers as long as the database does', async () => {
  const server = await serving()
  const response = await fetch(`${server.url}/healthz`)
  expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }])
  await server.stop()
})

test('an orderly stop is over in a moment, though clients keep their connections busy', async () => {
  const server = await serving()
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  const replies: (number | string)[] = []
  let stopped = false
  const clients = Array.from({ length: 8 }, async () => {
    while (!stopped) replies.push(await ask(`${server.url}/sign-in`, agent))
  })
  await vi.waitFor(() => expect(replies.length).toBeGreaterThan(20))
  const began = performance.now()
  await server.stop()
  const took = performance.now() - began
  stopped = true
  await Promise.all(clients)
  agent.destroy()
  expect(took).toBeLessThan(2000)
  const answered = replies.filter((reply) => reply === 302)
  expect(answered.length).toBeGreaterThan(20)
  const others = new Set(replies.filter((reply) => reply !== 302))
  for (const reply of others) expect(['ECONNREFUSED', 'ECONNRESET']).toContain(reply)
})

test('a second server on the same data is refused in words, and so is a configuration with gaps', async () => {
  const server = await serving()
  vi.stubEnv('PLUMBLINE_PORT', '0')
  await expect(serve(await buildFromSources(), '/nowhere')).rejects.toThrow(/Another Plumbline process/)
  vi.stubEnv('PLUMBLINE_BASE_URL', undefined)
  vi.stubEnv('PLUMBLINE_DATA_DIR', undefined)
  await expect(serve(await buildFromSources(), '/nowhere')).rejects.toThrow(
    /PLUMBLINE_BASE_URL[\s\S]*PLUMBLINE_DATA_DIR/,
  )
  await server.stop()
})
