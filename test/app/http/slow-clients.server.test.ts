import { type AddressInfo, connect, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPatientServer, cutSlowClients } from '#app/http/slow-clients.server.ts'

function* endless() {
  for (;;) yield Buffer.alloc(16 * 1024)
}
let server: ReturnType<typeof createPatientServer>

beforeAll(async () => {
  const app = express()
  app.use(cutSlowClients({ graceMs: 300, lookMs: 50 }))
  app.get('/endless', (_request, response) => void Readable.from(endless()).pipe(response))
  app.get('/late', (_request, response) => void setTimeout(() => response.send('late'), 1500))
  app.post('*', (request, response) => void request.resume().on('end', () => response.send('taken')))
  server = createPatientServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => void server.close())

function say(words: string): Socket {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => {})
  socket.write(words)
  return socket
}

const closed = (socket: Socket) => new Promise<void>((resolve) => socket.once('close', () => resolve()))

function heard(socket: Socket): Promise<string> {
  let text = ''
  socket.on('data', (chunk) => {
    text += chunk
  })
  return closed(socket).then(() => text)
}

const HEAD = 'HTTP/1.1\r\nHost: a\r\nConnection: close\r\n'

test('a form that trickles in is cut off, without an answer', async () => {
  const socket = say(`POST / ${HEAD}Content-Length: 1000\r\n\r\nx`)
  const drip = setInterval(() => socket.write('x'), 50)
  expect(await heard(socket)).toBe('')
  clearInterval(drip)
})

test('a reply that nobody takes is given up, and its connection with it', async () => {
  const left = new Promise<void>((resolve) =>
    server.once('connection', (socket: Socket) => socket.once('close', () => resolve())),
  )
  const socket = say(`GET /endless ${HEAD}\r\n`)
  socket.pause()
  await left
  socket.destroy()
})

test('a whole form is taken, and an answer may be long in coming', async () => {
  expect(await heard(say(`POST / ${HEAD}Content-Length: 1\r\n\r\nx`))).toContain('taken')
  expect(await heard(say(`GET /late ${HEAD}\r\n`))).toContain('late')
})

test('requests that pile up on one connection end it', async () => {
  const socket = say('GET /late HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(10))
  expect(await heard(socket)).toBe('')
})

test('heads and whole requests have their time, and connections their number', () => {
  const { headersTimeout, requestTimeout, maxConnections } = server
  expect({ headersTimeout, requestTimeout, maxConnections }).toEqual({
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    maxConnections: 2000,
  })
})
