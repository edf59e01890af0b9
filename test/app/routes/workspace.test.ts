import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ROUTE_TABLE } from '#app/http/route-table.ts'
import { hashToken } from '#app/http/tokens.server.ts'
import type { ConsultantRole } from '#app/session/consultant.ts'
import { hashPassword } from '#app/session/password-hash.server.ts'
import { startSession } from '#app/session/start-session.server.ts'
import { insertConsultant } from '#db/consultants.ts'
import { addMember } from '#db/engagement-members.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'
import { addressesAbout, addressesOf } from './every-address.ts'

const PASSWORD = 'kestrel under the bridge'

/** Some ask at every address, which takes its time on a busy machine. */
vi.setConfig({ testTimeout: 300_000 })

let app: RunningApplication
let ada: SeededClient

beforeEach(async () => {
  app = await runApplication()
  ada = await seedClient(app, { name: 'ada' })
})
afterEach(() => app.close())

const form = (fields: Record<string, string>) => new URLSearchParams(fields)
const cookieOf = (headers: Headers) => headers.get('set-cookie')?.split(';')[0] ?? ''

/** Another account of the workspace, signed in. */
async function colleague(role: ConsultantRole, name = 'bo') {
  const id = `consultant-${name}`
  await insertConsultant(app.db, {
    id,
    name: `Consultant ${name}`,
    email: `${name}@consulting.test`,
    role,
    passwordHash: await hashPassword(PASSWORD),
    createdOn: '2026-03-02',
  })
  return { id, cookie: `plumbline-consultant=${await startSession(app.db, id, new Date())}` }
}

describe('people of the workspace', () => {
  test('join by a link that works once, with the role they were given', async () => {
    const invited = await app.ask('/people', {
      cookie: ada.cookies.consultant,
      form: form({ intent: 'invite', email: 'Cy@Consulting.test', role: 'viewer' }),
    })
    const path = /\/join\/\w+/.exec(invited.text)?.[0] ?? ''
    expect((await app.ask(path)).text).toContain('cy@consulting.test')
    const weak = await app.ask(path, { form: form({ name: 'Cy', password: 'short' }) })
    expect([weak.status, weak.text.includes('value="Cy"')]).toEqual([400, true])
    const joined = await app.ask(path, { form: form({ name: 'Cy Young', password: PASSWORD }) })
    expect([joined.status, joined.headers.get('location')]).toEqual([303, '/account'])
    expect((await app.ask(path)).status).toBe(404)
    expect((await app.ask('/people', { cookie: cookieOf(joined.headers) })).status).toBe(403)
  })

  test('see nothing of an engagement before they are added to it', async () => {
    const { id, cookie } = await colleague('consultant')
    const path = `/engagements/${ada.engagementId}`
    expect((await app.ask(path, { cookie })).status).toBe(404)
    await addMember(app.db, { engagementId: ada.engagementId, consultantId: id, addedOn: '2026-03-02' })
    expect((await app.ask(path, { cookie })).status).toBe(200)
  })

  test('who were not named in the promise are not let into a confidential round', async () => {
    const { id } = await colleague('consultant')
    const viewer = await colleague('viewer', 'vi')
    const add = (who: string) =>
      app.ask(`/engagements/${ada.engagementId}/people`, {
        cookie: ada.cookies.consultant,
        form: form({ intent: 'add', id: who }),
      })
    const refused = await add(id)
    expect([refused.status, refused.text.includes('promised by name')]).toEqual([400, true])
    expect((await add(viewer.id)).status).toBe(303)
  })

  test('a viewer reads the state of a round and its report, and changes nothing', async () => {
    const { id, cookie } = await colleague('viewer')
    await addMember(app.db, { engagementId: ada.engagementId, consultantId: id, addedOn: '2026-03-02' })
    const round = `/rounds/${ada.rounds.open}`
    expect((await app.ask(round, { cookie })).status).toBe(200)
    expect((await app.ask(round, { cookie, form: form({ intent: 'close' }) })).status).toBe(403)
    for (const page of ['/links', '/mail', '/edit'])
      expect((await app.ask(round + page, { cookie })).status).toBe(403)
    expect((await app.ask(`/rounds/${ada.rounds.closed}/themes`, { cookie })).status).toBe(403)
  })

  test('who leave take nothing along: of all their sessions and links none opens anything', async () => {
    const { id, cookie: successor } = await colleague('consultant')
    await app.db.updateTable('consultant').set({ role: 'owner' }).where('id', '=', id).execute()
    const second = `plumbline-consultant=${await startSession(app.db, 'consultant-ada', new Date())}`
    await app.ask('/people', {
      cookie: ada.cookies.consultant,
      form: form({ intent: 'invite', email: 'friend@consulting.test', role: 'owner' }),
    })
    const end = { intent: 'end', id: 'consultant-ada', 'successorId.consultant-ada': id }
    expect((await app.ask('/people', { cookie: successor, form: form(end) })).status).toBe(303)
    let asked = 0
    for (const cookie of [ada.cookies.consultant, second])
      for (const path of addressesAbout(ada)) {
        const { headers } = await app.ask(path, { cookie })
        expect([path, headers.get('location')]).toEqual([path, '/sign-in'])
        asked += 1
      }
    for (const form of [undefined, new URLSearchParams()])
      expect((await app.ask(`/r/${ada.shareToken}`, { form })).status).toBe(404)
    expect((await app.ask('/report', { cookie: ada.cookies.reader })).status).toBe(303)
    expect(await app.db.selectFrom('consultant_invitation').selectAll().execute()).toEqual([])
    console.log(`an ended account: 0 of ${asked + 3} requests let in`)
    expect((await app.ask(`/engagements/${ada.engagementId}`, { cookie: successor })).status).toBe(200)
  })

  test('who leave are out at once, and their engagements pass to a successor', async () => {
    const { id, cookie } = await colleague('consultant')
    const end = (successorId: string) =>
      app.ask('/people', {
        cookie: ada.cookies.consultant,
        form: form({ intent: 'end', id: 'consultant-ada', 'successorId.consultant-ada': successorId }),
      })
    expect((await end(id)).text).toContain('only owner')
    await app.ask('/people', {
      cookie: ada.cookies.consultant,
      form: form({ intent: 'role', id, [`role.${id}`]: 'owner' }),
    })
    expect((await end('')).text).toContain('Choose who takes over')
    expect((await end(id)).status).toBe(303)
    expect((await app.ask('/engagements', { cookie: ada.cookies.consultant })).status).toBe(303)
    expect((await app.ask(`/engagements/${ada.engagementId}`, { cookie })).status).toBe(200)
    expect((await app.ask('/log', { cookie })).text).toContain('ended the account of')
  })
})

describe('a second factor', () => {
  test('stands between the password and everything else', async () => {
    const { cookie } = await colleague('owner')
    const page = await app.ask('/account/second-factor', {
      cookie,
      form: form({ intent: 'begin', password: PASSWORD }),
    })
    const key = /<code>([A-Z2-7 ]+)<\/code>/.exec(page.text)?.[1]?.replaceAll(' ', '') ?? ''
    const codeNow = (offset = 0) =>
      new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: Date.now() + offset })
    const on = await app.ask('/account/second-factor', {
      cookie,
      form: form({ intent: 'on', code: codeNow(-30_000) }),
    })
    expect(on.text).toContain('The second factor is on')
    const signedIn = await app.ask('/sign-in', {
      form: form({ email: 'bo@consulting.test', password: PASSWORD }),
    })
    expect(signedIn.headers.get('location')).toBe('/sign-in/code')
    const waiting = cookieOf(signedIn.headers)
    expect((await app.ask('/engagements', { cookie: waiting })).headers.get('location')).toBe('/sign-in')
    const wrong = await app.ask('/sign-in/code', { cookie: waiting, form: form({ code: '000000' }) })
    expect(wrong.status).toBe(400)
    const right = await app.ask('/sign-in/code', { cookie: waiting, form: form({ code: codeNow() }) })
    expect(right.headers.get('location')).toBe('/engagements')
    expect(cookieOf(right.headers)).not.toBe(waiting)
    expect((await app.ask('/engagements', { cookie: cookieOf(right.headers) })).status).toBe(200)
    expect((await app.ask('/sign-in/code', { cookie: waiting })).headers.get('location')).toBe('/sign-in')
  })
})

describe('a second factor that is asked of everybody', () => {
  const demand = () =>
    app.ask('/people', { cookie: ada.cookies.consultant, form: form({ intent: 'demand-factor' }) })
  const haveFactor = (consultantId: string) =>
    app.db
      .insertInto('second_factor')
      .values({ consultant_id: consultantId, sealed_secret: '', confirmed: 1, last_step: 0 })
      .execute()

  test('can be asked by an owner who has one', async () => {
    const refused = await demand()
    expect([refused.status, refused.text.includes('Set up your own second factor first')]).toEqual([
      400,
      true,
    ])
    await haveFactor('consultant-ada')
    expect((await demand()).status).toBe(303)
    const page = await app.ask('/people', { cookie: ada.cookies.consultant })
    expect([page.status, page.text.includes('Everybody needs one')]).toEqual([200, true])
  })

  test('leads whoever has none to its set-up, and to nothing else', async () => {
    const { cookie } = await colleague('owner')
    await haveFactor('consultant-ada')
    await demand()
    const reached: string[] = []
    for (const entry of ROUTE_TABLE.filter(({ guard }) => guard === 'consultant'))
      for (const path of addressesOf(entry, ada)) {
        const { status, headers } = await app.ask(path, { cookie })
        if (status !== 303) reached.push(path)
        else expect([path, headers.get('location')]).toEqual([path, '/account/second-factor'])
      }
    expect(reached).toEqual(['/sign-out', '/account/second-factor'])
    const page = await app.ask('/account/second-factor', { cookie })
    expect(page.text).toContain('Everybody in this workspace needs a second factor')
    const begun = await app.ask('/account/second-factor', {
      cookie,
      form: form({ intent: 'begin', password: PASSWORD }),
    })
    const key = /<code>([A-Z2-7 ]+)<\/code>/.exec(begun.text)?.[1]?.replaceAll(' ', '') ?? ''
    const code = new TOTP({ secret: Secret.fromBase32(key) }).generate()
    await app.ask('/account/second-factor', { cookie, form: form({ intent: 'on', code }) })
    expect((await app.ask('/engagements', { cookie })).status).toBe(200)
    const off = { intent: 'off', password: PASSWORD }
    expect((await app.ask('/account/second-factor', { cookie, form: form(off) })).status).toBe(400)
    expect((await app.ask('/engagements', { cookie })).status).toBe(200)
  })

  test('begins with the password, so that an unwatched screen is not enough', async () => {
    const { cookie } = await colleague('owner')
    const begun = await app.ask('/account/second-factor', {
      cookie,
      form: form({ intent: 'begin', password: 'a guess of mine' }),
    })
    expect([begun.status, begun.text.includes('<code>')]).toEqual([400, false])
  })

  test('shows its key to nobody who only types a wrong code', async () => {
    const { cookie } = await colleague('owner')
    const guessed = form({ intent: 'on', code: '000000' })
    const before = await app.ask('/account/second-factor', { cookie, form: guessed })
    expect([before.status, before.text.includes('<code>')]).toEqual([400, false])
    await app.ask('/account/second-factor', { cookie, form: form({ intent: 'begin', password: PASSWORD }) })
    const after = await app.ask('/account/second-factor', { cookie, form: guessed })
    expect([after.status, after.text.includes('<code>')]).toEqual([400, false])
  })

  test('is taken away by an owner where a phone is lost, and all sessions with it', async () => {
    const { id, cookie } = await colleague('consultant')
    const owner = await colleague('owner', 'olga')
    await haveFactor(id)
    const reset = (password: string, proof: string) =>
      app.ask('/people', {
        cookie: owner.cookie,
        form: form({
          intent: 'reset-factor',
          id,
          [`password.factor.${id}`]: password,
          [`proof.factor.${id}`]: proof,
        }),
      })
    for (const [password, proof] of [
      ['a guess of mine', 'met'],
      [PASSWORD, ''],
    ] as const)
      expect((await reset(password, proof)).status).toBe(400)
    expect((await app.ask('/engagements', { cookie })).status).toBe(200)
    expect((await reset(PASSWORD, 'met')).status).toBe(303)
    expect((await app.ask('/engagements', { cookie })).headers.get('location')).toBe('/sign-in')
    const again = await app.ask('/sign-in', {
      form: form({ email: 'bo@consulting.test', password: PASSWORD }),
    })
    expect(again.headers.get('location')).toBe('/engagements')
    expect((await app.ask('/log', { cookie: ada.cookies.consultant })).text).toContain(
      'took the second factor of Consultant bo away (made sure of it face to face)',
    )
  })
})

describe('your account', () => {
  test('a new password ends all other sessions and needs the present one', async () => {
    const { id, cookie } = await colleague('consultant')
    const other = `plumbline-consultant=${await startSession(app.db, id, new Date())}`
    const change = (current: string) =>
      app.ask('/account', {
        cookie,
        form: form({ intent: 'password', current, password: 'walnut ferry silent moon' }),
      })
    expect((await change('guessed it')).text).toContain('not your present password')
    const changed = await change(PASSWORD)
    expect(changed.status).toBe(303)
    for (const old of [cookie, other]) expect((await app.ask('/account', { cookie: old })).status).toBe(303)
    expect((await app.ask('/account', { cookie: cookieOf(changed.headers) })).status).toBe(200)
  })

  test('sessions end one by one or all others at once, with the password', async () => {
    const { id, cookie } = await colleague('consultant')
    const [phone, tablet] = [
      await startSession(app.db, id, new Date(), { userAgent: 'iPhone Safari/604.1' }),
      await startSession(app.db, id, new Date(), { userAgent: 'iPad Safari/604.1' }),
    ].map((token) => `plumbline-consultant=${token}`)
    const opens = async (own = '') => (await app.ask('/account', { cookie: own })).status === 200
    const page = await app.ask('/account', { cookie })
    expect(page.text.match(/name="session"/g)).toHaveLength(2)
    expect(page.text).not.toContain(hashToken(phone?.split('=')[1] ?? ''))
    const ofPhone = /value="([0-9a-f]{16})"[^>]*\/?>\s*<span>Safari on iPhone/.exec(page.text)?.[1] ?? ''
    const end = (fields: Record<string, string>) => app.ask('/account', { cookie, form: form(fields) })
    const one = { intent: 'end-sessions', session: ofPhone }
    const wrong = await end({ ...one, sessionPassword: 'a guess of mine' })
    expect([wrong.status, wrong.text.includes('This is not your password.')]).toEqual([400, true])
    expect(wrong.text).toMatch(new RegExp(`checked=""[^>]*value="${ofPhone}"|value="${ofPhone}"[^>]*checked`))
    expect((await end({ intent: 'end-sessions', sessionPassword: PASSWORD })).status).toBe(400)
    expect([await opens(phone), await opens(tablet)]).toEqual([true, true])
    expect((await end({ ...one, sessionPassword: PASSWORD })).status).toBe(303)
    expect([await opens(phone), await opens(tablet)]).toEqual([false, true])
    expect((await end({ intent: 'sign-out-others', sessionPassword: 'a guess' })).status).toBe(400)
    expect((await end({ intent: 'sign-out-others', sessionPassword: PASSWORD })).status).toBe(303)
    expect([await opens(tablet), await opens(cookie)]).toEqual([false, true])
  })

  test('sessions of somebody else end at nobody’s choice but an owner’s, and then all of them', async () => {
    const { id, cookie } = await colleague('consultant')
    const other = await colleague('consultant', 'cy')
    const page = await app.ask('/account', { cookie })
    const forged = form({
      intent: 'end-sessions',
      session: hashToken(hashToken(cookie.split('=')[1] ?? '')).slice(0, 16),
      sessionPassword: PASSWORD,
    })
    expect((await app.ask('/account', { cookie: other.cookie, form: forged })).status).toBe(303)
    expect([page.status, (await app.ask('/account', { cookie })).status]).toEqual([200, 200])
    const end = { form: form({ intent: 'end-sessions', id }) }
    expect((await app.ask('/people', { cookie: other.cookie, ...end })).status).toBe(403)
    expect((await app.ask('/people', { cookie: ada.cookies.consultant, ...end })).status).toBe(303)
    expect((await app.ask('/account', { cookie })).headers.get('location')).toBe('/sign-in')
    expect((await app.ask('/account', { cookie: other.cookie })).status).toBe(200)
    const log = await app.ask('/log', { cookie: ada.cookies.consultant })
    expect(log.text).toContain('ended all sessions of Consultant bo')
  })
})
