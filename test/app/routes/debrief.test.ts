import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkToken } from '#app/http/tokens.server.ts'
import { startSession } from '#app/session/start-session.server.ts'
import { insertConsultant } from '#db/consultants.ts'
import { addMember } from '#db/engagement-members.ts'
import { listParticipations } from '#db/participations.ts'
import { listPlanChanges, loadPlan } from '#db/plan-entries.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'

let app: RunningApplication
let ada: SeededClient
let cookie: string

beforeAll(async () => {
  app = await runApplication()
  ada = await seedClient(app, { name: 'ada' })
  cookie = ada.cookies.consultant
  await rateTiebreak(ada.rounds.closed)
})
afterAll(() => app.close())

const form = (fields: Record<string, string>) => new URLSearchParams(fields)
const debrief = (state: keyof SeededClient['rounds'] = 'closed') => `/rounds/${ada.rounds[state]}/debrief`
const decisions = async () => {
  const { decision } = await loadPlan(app.db, ada.engagementId)
  return decision.filter(({ content }) => content.roundId === ada.rounds.closed)
}

/** Two camps in each level, so that there is something to vote on again. */
async function rateTiebreak(roundId: string): Promise<void> {
  const rows = await app.db
    .selectFrom('submission')
    .select(['id', 'answers'])
    .where('round_id', '=', roundId)
    .execute()
  for (const [place, { id, answers }] of rows.entries()) {
    const tiebreak = { state: 'answered', value: { kind: 'scale', point: place % 2 === 0 ? 1 : 5 } }
    await app.db
      .updateTable('submission')
      .set({ answers: JSON.stringify({ ...JSON.parse(answers), tiebreak }) })
      .where('id', '=', id)
      .execute()
  }
}

async function viewer(): Promise<string> {
  const account = { id: 'vi', name: 'Vi', email: 'vi@consulting.test', role: 'viewer' as const }
  await insertConsultant(app.db, { ...account, passwordHash: 'none', createdOn: '2026-03-02' })
  await addMember(app.db, { engagementId: ada.engagementId, consultantId: 'vi', addedOn: '2026-03-02' })
  return `plumbline-consultant=${await startSession(app.db, 'vi', new Date())}`
}

describe('the debrief of a round', () => {
  test('is there when the round is over, and not before', async () => {
    for (const [state, status] of [
      ['draft', 404],
      ['open', 404],
      ['closed', 200],
      ['published', 200],
    ] as const)
      expect([state, (await app.ask(debrief(state), { cookie })).status]).toEqual([state, status])
  })

  test('holds no name and no address of anybody who was asked, in its source either', async () => {
    let names = 0
    for (const state of ['closed', 'published'] as const) {
      const { text } = await app.ask(debrief(state), { cookie })
      names += (text.match(/Lead \d+ of ada|lead\d+@ada\.test/g) ?? []).length
    }
    const votes = await app.ask(`/rounds/${ada.rounds.closed}/revote`, { cookie })
    names += (votes.text.match(/Lead \d+ of ada|lead\d+@ada\.test/g) ?? []).length
    console.log(`names of leads in the debrief and the vote, page source included: ${names}`)
    expect(names).toBe(0)
  })

  test('takes a decision down once, however often the script sends it', async () => {
    const entry = randomUUID()
    const fields = { entry, revision: '0', ruleId: '', wording: 'Stop the rebrand', owner: 'Chair', due: '' }
    for (const _ of [1, 2, 3]) {
      const { status, text } = await app.ask(`${debrief()}/decisions`, { cookie, form: form(fields) })
      expect([status, JSON.parse(text)]).toEqual([200, { revision: 1 }])
    }
    expect(await decisions()).toMatchObject([
      { id: entry, content: { wording: 'Stop the rebrand', roundId: ada.rounds.closed, state: 'open' } },
    ])
    const changes = await listPlanChanges(app.db, ada.engagementId)
    expect(changes.filter(({ entryId }) => entryId === entry)).toHaveLength(1)
  })

  test('says what is wrong with one, and takes none without words or under an id of another kind', async () => {
    const send = (fields: Record<string, string>) =>
      app.ask(`${debrief()}/decisions`, { cookie, form: form(fields) })
    const empty = await send({ entry: randomUUID(), revision: '0', wording: ' ' })
    expect([empty.status, JSON.parse(empty.text).errors]).toEqual([400, { wording: 'Please fill this in.' }])
    expect((await send({ entry: 'mine', wording: 'Anything' })).status).toBe(400)
    expect(await decisions()).toHaveLength(1)
  })

  test('works without a script: the form leads back to what was decided, and a refusal shows what was typed', async () => {
    const entry = randomUUID()
    const fields = { entry, revision: '0', ruleId: '', wording: '', owner: 'The chair herself', due: '' }
    const refused = await app.ask(debrief(), { cookie, form: form(fields) })
    expect([refused.status, refused.text.includes('The chair herself')]).toEqual([400, true])
    const taken = await app.ask(debrief(), { cookie, form: form({ ...fields, wording: 'Meet weekly' }) })
    expect([taken.status, taken.headers.get('location')]).toEqual([303, `${debrief()}#closing`])
    const page = await app.ask(debrief(), { cookie })
    expect(page.text).toContain('Meet weekly · The chair herself · no day set')
  })

  test('is read by a viewer as far as it is published, and changed by none', async () => {
    const vi = await viewer()
    const read = await app.ask(debrief('published'), { cookie: vi })
    expect([read.status, read.text.includes('data-decision')]).toEqual([200, false])
    const unpublished = await app.ask(debrief(), { cookie: vi })
    expect(unpublished.text).not.toContain('What we decided')
    const fields = form({ entry: randomUUID(), revision: '0', wording: 'Mine' })
    for (const path of [debrief('published'), `${debrief('published')}/decisions`])
      expect((await app.ask(path, { cookie: vi, form: fields })).status).toBe(403)
  })
})

describe('a vote in the room', () => {
  const votes = () => `/rounds/${ada.rounds.closed}/revote`
  const count = async () => JSON.parse((await app.ask(`${votes()}/count`, { cookie })).text).voted

  async function links(): Promise<string[]> {
    const places = await listParticipations(app.db, ada.rounds.closed)
    return places.map(({ participation }) => linkToken(app.config.secret, 'p', participation.id, 1))
  }

  /** From the link to the vote, with the cookie that the way gives. */
  async function enter(link: string): Promise<string> {
    const started = await app.ask(`/p/${link}`, { form: form({}) })
    const lead = (started.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    expect((await app.ask('/answer/revote', { cookie: lead })).headers.get('location')).toBe('/answer')
    await app.ask('/answer', { cookie: lead, form: form({ who: 'me' }) })
    const onward = await app.ask('/answer', { cookie: lead })
    expect(onward.headers.get('location')).toBe('/answer/revote')
    return lead
  }

  test('opens the links of a closed round for one item, and for nothing else', async () => {
    const [link = ''] = await links()
    expect((await app.ask(`/p/${link}`, { form: form({}) })).status).toBe(404)
    const opened = await app.ask(votes(), { cookie, form: form({ intent: 'open-vote', item: 'tiebreak' }) })
    expect([opened.status, opened.headers.get('location')]).toEqual([303, votes()])
    const again = await app.ask(votes(), { cookie, form: form({ intent: 'open-vote', item: 'tiebreak' }) })
    expect(again.status).toBe(409)
    const lead = await enter(link)
    const page = await app.ask('/answer/revote', { cookie: lead })
    expect([page.text.match(/<fieldset/g)?.length, page.text.includes('name="tiebreak"')]).toEqual([1, true])
    for (const path of ['/answer/review', `/answer/${ada.sectionIds[0]}`])
      expect((await app.ask(path, { cookie: lead })).headers.get('location')).toBe('/answer')
  })

  test('counts a person once, tells how many only from five on, and no result before it is closed', async () => {
    const { id } = (await app.db.selectFrom('revote').select('id').executeTakeFirst()) ?? { id: '' }
    const told: string[] = []
    for (const link of await links()) {
      const lead = await enter(link)
      const vote = form({ revote: id, tiebreak: '4' })
      const sent = await app.ask('/answer/revote', { cookie: lead, form: vote })
      expect(sent.headers.get('location')).toBe('/answer/revote')
      await app.ask('/answer/revote', { cookie: lead, form: vote })
      expect((await app.ask('/answer/revote', { cookie: lead })).text).toContain('Your vote is in')
      told.push(await count())
    }
    expect([told[3], told[4], told[8], told[9], told[10]]).toEqual([
      'Fewer than five have voted.',
      'Five or more have voted.',
      'Five or more have voted.',
      'Ten or more have voted.',
      'All 11 have voted.',
    ])
    expect(await app.db.selectFrom('revote_answer').selectAll().execute()).toHaveLength(11)
    expect((await app.ask(votes(), { cookie })).text).not.toContain('Here, in the room')
  })

  test('shows both figures and whether they differ by more than noise, once it is closed', async () => {
    const { id } = (await app.db.selectFrom('revote').select('id').executeTakeFirst()) ?? { id: '' }
    const closed = await app.ask(votes(), { cookie, form: form({ intent: 'close-vote', vote: id }) })
    expect(closed.status).toBe(303)
    const { text } = await app.ask(votes(), { cookie })
    for (const words of ['Alone, in the round', 'Here, in the room', 'noise', 'is not the same as'])
      expect(text).toContain(words)
    expect(text).not.toContain('value="tiebreak"')
    expect(await count()).toBe(null)
    const [link = ''] = await links()
    expect((await app.ask(`/p/${link}`, { form: form({}) })).status).toBe(404)
    const drop = await app.ask(votes(), { cookie, form: form({ intent: 'drop-vote', vote: id }) })
    expect(drop.status).toBe(409)
  })

  test('of too few people shows nothing and can be thrown away', async () => {
    const revoteId = randomUUID()
    const round = { round_id: ada.rounds.closed, item_id: 'tiebreak', opened_on: '2026-03-20' }
    await app.db.deleteFrom('revote').execute()
    await app.db
      .insertInto('revote')
      .values({ ...round, id: revoteId, state: 'closed', closed_on: '2026-03-20' })
      .execute()
    const { text } = await app.ask(votes(), { cookie })
    expect(text).toContain('Fewer than five have voted: not shown.')
    const dropped = await app.ask(votes(), { cookie, form: form({ intent: 'drop-vote', vote: revoteId }) })
    expect(dropped.status).toBe(303)
    expect((await app.ask(votes(), { cookie })).text).toContain('value="tiebreak"')
  })
})
