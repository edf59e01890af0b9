import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { limitBody } from '#app/http/body-limit.server.ts'

const KIB = 1024
let server: ReturnType<ReturnType<typeof express>['listen']>

beforeAll(async () => {
  const app = express()
  app.use(limitBody)
  app.post('*', (request, response) => {
    request.resume().on('end', () => response.send('taken'))
  })
  await new Promise<void>((resolve) => {
    server = app.listen(0, '127.0.0.1', resolve)
  })
})
afterAll(() => void server.close())

/** Sends a head and then pieces of a body until there is an answer; gives the answer, and how many bytes had been sent by then. */
function send(
  head: string[],
  pieces: (index: number) => Buffer | null,
): Promise<{ reply: string; sent: number }> {
  return new Promise((resolve, reject) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    let reply = ''
    let sent = 0
    let index = 0
    const more = () => {
      const piece = reply === '' ? pieces(index++) : null
      if (piece === null) return
      sent += piece.length
      socket.write(piece, () => setImmediate(more))
    }
    socket.on('data', (chunk) => {
      reply += chunk
      socket.end()
    })
    socket.on('close', () => resolve({ reply, sent }))
    socket.on('error', (error) => (reply ? undefined : reject(error)))
    socket.write(['POST /answer HTTP/1.1', 'Host: x', 'Accept: text/html', ...head, '', ''].join('\r\n'))
    more()
  })
}

const form = 'Content-Type: application/x-www-form-urlencoded'
const chunk = (size: number) => Buffer.from(`${size.toString(16)}\r\n${'a'.repeat(size)}\r\n`)

test('a body in chunks is refused while it is read, however much more there would be', async () => {
  const gibibyte = (1024 * KIB * KIB) / (64 * KIB)
  const { reply, sent } = await send([form, 'Transfer-Encoding: chunked'], (index) =>
    index < gibibyte ? chunk(64 * KIB) : null,
  )
  expect(reply).toMatch(/^HTTP\/1\.1 413 /)
  expect(reply).toContain('<h1>This is too much at once</h1>')
  expect(sent).toBeLessThan(64 * KIB * KIB)
})

test('a small body in chunks is told that its length is missing', async () => {
  const pieces = [chunk(20), Buffer.from('0\r\n\r\n')]
  const { reply } = await send([form, 'Transfer-Encoding: chunked'], (index) => pieces[index] ?? null)
  expect(reply).toMatch(/^HTTP\/1\.1 411 /)
})

test('a body that says it is a gibibyte is refused by its word, before it comes', async () => {
  const { reply } = await send([form, `Content-Length: ${1024 * KIB * KIB}`], () => null)
  expect(reply).toMatch(/^HTTP\/1\.1 413 /)
  expect(reply).toContain('There is room for 256 KiB')
})

test('a body that says it is shorter than it is counts as long as it says; the rest is no request', async () => {
  const { reply } = await send([form, 'Content-Length: 3'], (index) =>
    index === 0 ? Buffer.from(`a=b${'x'.repeat(KIB)}`) : null,
  )
  expect(reply).toMatch(/^HTTP\/1\.1 (200|400) /)
})

test('a compressed body is refused whatever it would become', async () => {
  const { reply } = await send([form, 'Content-Encoding: gzip', 'Content-Length: 20'], () => null)
  expect(reply).toMatch(/^HTTP\/1\.1 415 /)
})
