import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createVisitor } from '#scripts/visit/visitor.ts'

let server: Server | undefined

afterEach(() => server?.close())

/** Serves as told and gives the address. */
async function serving(
  answer: (request: IncomingMessage, response: ServerResponse, body: string) => void,
): Promise<string> {
  const listening = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    answer(request, response, body)
  })
  server = listening
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`
}

const FORM = `<form method="post"><input type="hidden" name="revision" value="2"/>
  <label><input type="radio" name="owner" value="role:r7"/>Finance director</label>
  <button name="go" value="next">Go on</button></form>`

test('a form is sent with its hidden fields, the choice found by its words, the button, and the origin', async () => {
  const seen: { body: string; origin?: string }[] = []
  const baseUrl = await serving((request, response, body) => {
    if (request.method === 'POST') seen.push({ body, origin: request.headers.origin })
    response.end(FORM)
  })
  const visitor = createVisitor(baseUrl)
  await visitor.send(await visitor.open('/focus'), [['owner', 'role:Finance director']], 'next')
  expect(seen).toEqual([{ body: 'revision=2&owner=role%3Ar7&go=next', origin: baseUrl }])
})

test('cookies are kept, sent back and dropped as the server says', async () => {
  const seen: (string | undefined)[] = []
  const baseUrl = await serving((request, response) => {
    seen.push(request.headers.cookie)
    response
      .setHeader('set-cookie', request.url === '/out' ? 'sid=; Max-Age=0' : 'sid=abc; Path=/; HttpOnly')
      .end()
  })
  const visitor = createVisitor(baseUrl)
  for (const path of ['/in', '/out', '/after']) await visitor.open(path)
  expect(seen).toEqual([undefined, 'sid=abc', undefined])
})

test('a redirect is followed with a GET, and the page knows where it is', async () => {
  const baseUrl = await serving((request, response) => {
    if (request.url === '/old') response.writeHead(303, { location: '/new?x=1' }).end()
    else response.end(`${request.method} ${request.url}`)
  })
  expect(await createVisitor(baseUrl).open('/old')).toMatchObject({ path: '/new?x=1', html: 'GET /new?x=1' })
})

test('what a person could not do is an error: a field that is not there, a choice that is not offered', async () => {
  const baseUrl = await serving((_request, response) => response.end(FORM))
  const visitor = createVisitor(baseUrl)
  const page = await visitor.open('/focus')
  await expect(async () => visitor.send(page, [['invented', '1']])).rejects.toThrow(
    /no form on \/focus has invented/,
  )
  await expect(async () => visitor.send(page, [['owner', 'role:Nobody']])).rejects.toThrow(/does not offer/)
})

test('a refusal is an error that says what the page said', async () => {
  const baseUrl = await serving((_request, response) =>
    response.writeHead(422).end('<p>One answer needs a look</p>'),
  )
  await expect(createVisitor(baseUrl).open('/focus')).rejects.toThrow(
    '/focus answered 422: One answer needs a look',
  )
})
