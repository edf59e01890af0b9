import { EventEmitter } from 'node:events'
import type { AddressInfo } from 'node:net'
import express, { type Request, type Response } from 'express'
import { expect, onTestFinished, test, vi } from 'vitest'
import { shedLoad } from '#app/http/shed-load.server.ts'

/** A server whose every request stops everybody else for so long. */
async function working(blockMs: number, mostWaitMs: number): Promise<string> {
  const app = express()
  app.use(shedLoad(mostWaitMs))
  app.all('*', (_request, response) => {
    const until = performance.now() + blockMs
    while (performance.now() < until);
    response.send('done')
  })
  const server = app.listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const many = (url: string, count: number) =>
  Promise.all(
    Array.from({ length: count }, () => fetch(url, { method: 'POST', headers: { accept: 'text/html' } })),
  )

test('what would wait too long is turned away with words, and everything else is done', async () => {
  const url = await working(20, 50)
  const replies = await many(`${url}/save`, 60)
  const shed = replies.filter(({ status }) => status === 503)
  expect(shed.length).toBeGreaterThan(0)
  expect(replies.filter(({ status }) => status === 200).length).toBe(60 - shed.length)
  expect(shed.length).toBeLessThan(60)
  for (const { headers } of shed) {
    expect(headers.get('retry-after')).toBe('2')
    expect(headers.get('cache-control')).toBe('no-store')
  }
  expect(await shed[0]?.text()).toContain('The server is busy')
  // Nothing of it stays.
  expect((await fetch(`${url}/save`, { method: 'POST' })).status).toBe(200)
})

test('who watches the server and who fetches files are never turned away', async () => {
  const url = await working(20, 0)
  for (const path of ['/healthz', '/assets/app.css']) {
    const statuses = (await many(url + path, 20)).map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([200]))
  }
})

test('a handful at once passes however slow each of them is', async () => {
  const url = await working(60, 400)
  const statuses = (await many(url, 12)).concat(await many(url, 12)).map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set([200]))
})

test('forms that are still coming in let a whole request pass', async () => {
  const handler = shedLoad()
  const begun: string[] = []
  const ask = (path: string, complete: boolean) => {
    const request = { path, method: 'POST', complete, destroyed: false } as Request
    handler(request, new EventEmitter() as unknown as Response, () => begun.push(path))
  }
  for (const path of ['/form-1', '/form-2', '/form-3']) ask(path, false)
  ask('/page', true)
  await vi.waitFor(() => expect(begun).toHaveLength(4))
  expect(begun).toEqual(['/page', '/form-1', '/form-2', '/form-3'])
})
