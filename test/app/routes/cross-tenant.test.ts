import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ROUTE_TABLE, routeIdOf } from '#app/http/route-table.ts'
import {
  buildFromSources,
  type RunningApplication,
  runApplication,
} from '#test/helpers/running-application.ts'
import { allRows, type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'
import { addressesAbout, addressesOf, formsAbout } from './every-address.ts'

let app: RunningApplication
let ada: SeededClient
let boris: SeededClient
let routes: ServerBuild['routes']

const ROUTES = ROUTE_TABLE.map(({ path, file }) => ({ path, file }))

beforeAll(async () => {
  app = await runApplication()
  routes = (await buildFromSources()).routes
  ada = await seedClient(app, { name: 'ada' })
  boris = await seedClient(app, { name: 'boris' })
})
afterAll(() => app.close())

/** Every address with every form takes its time, and more of it on a busy machine. */
vi.setConfig({ testTimeout: 300_000 })

test('another consultant is told 404 at every address, whatever is asked, and nothing changes', async () => {
  const before = await allRows(app)
  const cookie = boris.cookies.consultant
  const inside: string[] = []
  let asked = 0
  for (const path of addressesAbout(ada)) {
    const replies = [await app.ask(path, { cookie }), await app.ask(path, { cookie, method: 'HEAD' })]
    if (hasAction(path))
      for (const form of formsAbout(ada)) replies.push(await app.ask(path, { cookie, form }))
    asked += replies.length
    for (const { status } of replies) if (status !== 404) inside.push(`${path}: ${status}`)
  }
  console.log(
    `another consultant: ${inside.length} of ${asked} requests to ${addressesAbout(ada).length} addresses let in`,
  )
  expect(inside).toEqual([])
  expect(asked).toBeGreaterThanOrEqual(5 * ROUTE_TABLE.filter(({ guard }) => guard === 'consultant').length)
  expect(await allRows(app)).toEqual(before)
})

test('ids of another consultant inside an own address reach nothing', async () => {
  const cookie = boris.cookies.consultant
  const before = await adasRows()
  expect(before.length).toBeGreaterThan(300)
  const mixed = { ...boris, leadIds: ada.leadIds }
  const found: string[] = []
  for (const path of addressesOf({ path: '/engagements/:engagementId/leads/:leadId' }, mixed)) {
    for (const form of formsAbout(ada)) {
      const { status } = await app.ask(path, { cookie, form })
      if (status !== 404) found.push(`${path}: ${status}`)
    }
  }
  expect(found).toEqual([])
  const own = addressesAbout(boris).filter(hasAction)
  for (const path of own) for (const form of formsAbout(ada)) await app.ask(path, { cookie, form })
  expect(await adasRows()).toEqual(before)
})

test('who is signed in as nobody, as a lead or as a reader is shown the door', async () => {
  const before = await allRows(app)
  let asked = 0
  for (const cookie of [undefined, ada.cookies.lead, ada.cookies.reader, 'plumbline-consultant=made-up']) {
    for (const path of addressesAbout(ada)) {
      const replies = [await app.ask(path, { cookie })]
      for (const form of formsAbout(ada).slice(0, 2)) replies.push(await app.ask(path, { cookie, form }))
      asked += replies.length
      for (const { status, headers } of replies)
        expect([path, status, headers.get('location')]).toEqual([path, 303, '/sign-in'])
    }
  }
  console.log(`without a consultant's session: 0 of ${asked} requests let in`)
  expect(await allRows(app)).toEqual(before)
})

test('their own consultant gets every one of these pages, or is sent on to another', async () => {
  const cookie = ada.cookies.consultant
  const unready = Object.entries(ada.rounds).flatMap(([state, id]) =>
    state === 'draft' || state === 'open'
      ? [`${id}/themes`, `${id}/report`, `${id}/exports`, `${id}/debrief`, `${id}/revote`]
      : [],
  )
  for (const path of addressesAbout(ada)) {
    const { status } = await app.ask(path, { cookie })
    const early =
      unready.some((part) => path.includes(part)) ||
      (/links\.csv$|\/mail-files\//.test(path) && !path.includes(ada.rounds.open))
    if (early) expect([path, status]).toEqual([path, 404])
    else expect([path, [200, 302].includes(status)]).toEqual([path, true])
  }
})

/** Whether anything can be sent to an address at all. */
function hasAction(path: string): boolean {
  const match = matchRoutes(ROUTES, path)?.at(-1)?.route as { file: string } | undefined
  return 'action' in Object(routes[routeIdOf(match?.file ?? '')]?.module)
}

/** Every row, as text, in which an id of Ada's client occurs. */
async function adasRows(): Promise<string[]> {
  const ids = [ada.engagementId, ...Object.values(ada.rounds), ...ada.participationIds, ...ada.shareIds]
  const rows = Object.values(await allRows(app)).flat()
  return rows.map((row) => JSON.stringify(row)).filter((row) => ids.some((id) => row.includes(id)))
}
