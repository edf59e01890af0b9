import { expect, test } from 'vitest'
import { readCookie } from '#app/http/cookies.server.ts'
import { createLimits } from '#app/http/limits.server.ts'
import { hashToken } from '#app/http/tokens.server.ts'
import { action as leave } from '#app/routes/answer-leave.tsx'
import { action as review } from '#app/routes/answer-review.tsx'
import { action as save } from '#app/routes/answer-save.ts'
import { action as start, loader as welcome } from '#app/routes/invitation.tsx'
import { listDrafts } from '#db/drafts.ts'
import { findLeadSession } from '#db/lead-sessions.ts'
import { setRoundClosed } from '#db/rounds.ts'
import { answeringRound, LINK, NOW, sessionOf, signedIn } from '../answers/answering-round.ts'
import { formWith } from '../answers/asked-items.ts'

const config = {
  baseUrl: 'https://survey.test',
  secure: true,
  host: '127.0.0.1',
  port: 0,
  databasePath: ':memory:',
  secret: 'x'.repeat(64),
  setupCode: 'setup-code-123',
  trustedProxies: 0,
  mail: null,
}

type Round = Awaited<ReturnType<typeof answeringRound>>

/** What the edge hands to a route: the database, a fixed clock, and who is asking. */
async function asking(
  { db }: Round,
  sessionHash: string | null,
  params: Record<string, string>,
  form?: FormData,
) {
  const principal = sessionHash
    ? { kind: 'lead' as const, session: await sessionOf({ db }, sessionHash), sessionHash }
    : { kind: 'nobody' as const }
  const body = form && new URLSearchParams([...form].map(([name, value]) => [name, String(value)]))
  const request = new Request('https://survey.test/answer', body ? { method: 'POST', body } : {})
  const context = {
    db,
    config,
    now: () => NOW,
    principal,
    address: '127.0.0.1',
    limits: createLimits(),
    wakeMailer: () => {},
  }
  return { request, params, context }
}

const thrownBy = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (thrown: unknown) => thrown as Response,
  )

test('an unknown link is not found, for reading as for starting', async () => {
  const round = await answeringRound()
  for (const route of [welcome, start]) {
    const thrown = await thrownBy(route(await asking(round, null, { token: 'pNOBODY' }, new FormData())))
    expect(thrown?.status).toBe(404)
  }
})

test('Start hands out a cookie that only the browser can read, and a new address without the token', async () => {
  const round = await answeringRound()
  const response = await start(await asking(round, null, { token: LINK }, new FormData()))
  expect([response.status, response.headers.get('Location')]).toEqual([303, '/answer'])
  const cookie = response.headers.get('Set-Cookie') ?? ''
  expect(cookie).toMatch(/^__Host-.*HttpOnly; SameSite=Lax; Secure$/)
  const token = readCookie(config, 'lead', cookie) ?? ''
  expect(await sessionOf(round, hashToken(token))).toMatchObject({ participationId: 'p1', confirmed: false })
})

test('the script is answered with the revisions it needs for its next save', async () => {
  const round = await answeringRound()
  const { sessionHash } = await signedIn(round)
  const form = formWith(
    ['initiatives', 'many'],
    ['initiatives.revision', '0'],
    ['all-green', '2'],
    ['all-green.revision', '0'],
  )
  const response = await save(await asking(round, sessionHash, { sectionId: 'focus' }, form))
  expect(await response.json()).toEqual({
    saved: [{ itemId: 'all-green', revision: 1 }],
    errors: { initiatives: 'Please give a whole number from 0 to 99' },
    conflicts: [],
  })
})

test('the script saves nothing before somebody has said who they are, nor after the round has closed', async () => {
  const round = await answeringRound()
  const form = () => formWith(['all-green', '2'], ['all-green.revision', '0'])
  const started = await start(await asking(round, null, { token: LINK }, new FormData()))
  const unconfirmed = hashToken(readCookie(config, 'lead', started.headers.get('Set-Cookie') ?? '') ?? '')
  const early = await save(await asking(round, unconfirmed, { sectionId: 'focus' }, form()))
  expect(early.status).toBe(401)
  const { sessionHash } = await signedIn(round)
  await setRoundClosed(round.db, { id: 'r1', closedOn: '2026-03-03' })
  const late = await save(await asking(round, sessionHash, { sectionId: 'focus' }, form()))
  expect(late.status).toBe(410)
  expect(await listDrafts(round.db, 'p1')).toEqual([])
})

test('the pages with items turn away who has not confirmed', async () => {
  const round = await answeringRound()
  const started = await start(await asking(round, null, { token: LINK }, new FormData()))
  const unconfirmed = hashToken(readCookie(config, 'lead', started.headers.get('Set-Cookie') ?? '') ?? '')
  const thrown = await thrownBy(review(await asking(round, unconfirmed, {}, new FormData())))
  expect([thrown?.status, thrown?.headers.get('Location')]).toEqual([303, '/answer'])
})

test('handing in for good needs the tick, and then signs the browser out', async () => {
  const round = await answeringRound({ privacyMode: 'unlinked' })
  const { sessionHash } = await signedIn(round)
  const answer = formWith(['all-green', '2'], ['all-green.revision', '0'])
  await save(await asking(round, sessionHash, { sectionId: 'focus' }, answer))
  const refused = await review(await asking(round, sessionHash, {}, new FormData()))
  expect(refused).toMatchObject({ init: { status: 422 } })
  const done = (await review(await asking(round, sessionHash, {}, formWith(['final', 'yes'])))) as Response
  expect(done.headers.get('Location')).toBe('/answer/leave?handed-in')
  expect(done.headers.get('Set-Cookie')).toMatch(/Max-Age=0/)
})

test('"I have finished" ends the session on the server and clears the browser', async () => {
  const round = await answeringRound()
  const started = await start(await asking(round, null, { token: LINK }, new FormData()))
  const cookie = (started.headers.get('Set-Cookie') ?? '').split(';')[0] ?? ''
  const args = await asking(round, null, {}, new FormData())
  const request = new Request('https://survey.test/answer/leave', {
    method: 'POST',
    headers: { Cookie: cookie },
  })
  const response = await leave({ ...args, request })
  expect(response.headers.get('Clear-Site-Data')).toBe('"cache", "storage"')
  const sessionHash = hashToken(readCookie(config, 'lead', cookie) ?? '')
  expect(await findLeadSession(round.db, sessionHash, NOW.toISOString())).toBeNull()
})
