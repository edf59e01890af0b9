import { afterEach, beforeEach, expect, test } from 'vitest'
import { normaliseLabel, normaliseText } from '#app/http/normalise-text.ts'
import { readForms } from '#scripts/visit/read-forms.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'

let app: RunningApplication
let client: SeededClient

beforeEach(async () => {
  app = await runApplication()
  client = await seedClient(app, { name: 'ada' })
})
afterEach(() => app.close())

/** Short enough for every field. */
const TEXTS = {
  'a script': '"><script>alert(1)</script><img src=x onerror=alert(2)>',
  'an end of a text box': '</textarea></title><svg onload=alert(3)>',
  'a formula': '=HYPERLINK("http://evil.example",\'x\')',
  'a null and other controls': 'a\u0000b\u0007c\u001b[31md',
  'half a character': 'a\ud800b\udfff',
  'another direction': '\u202eabc\u2066 שלום \u200f',
  'joined characters': '👩‍👩‍👧‍👦 e\u0301 ﷽ \u{1f3f4}\u{e0067}',
  'a template': '{{7*7}} #{7*7} <%= 7*7 %> %s %n',
  'a query': "'; drop table lead; --",
} as const
const LONG = 'Ä'.repeat(100_000)

const fields = (entries: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(entries)) form.append(name, value)
  return form
}

/** The page as a browser would hold it: no element of the text's own, and the text in a field or between tags. */
function expectInert(html: string, where: string): void {
  const tags = html.match(/<[a-z][^>]*>/gi) ?? []
  const foreign = tags.filter(
    (tag) => /^<(script|img|svg)\b/i.test(tag) && /alert|onerror|onload|src=x/.test(tag),
  )
  expect([where, foreign]).toEqual([where, []])
  expect(html).not.toContain('<script>alert')
}

const values = (html: string) => readForms(html).flatMap(({ controls }) => controls.map(({ value }) => value))
const escaped = (text: string) =>
  text.replace(
    /[&<>"']/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' })[sign] ?? '',
  )

test.each(Object.entries(TEXTS))(
  '%s in every field of a consultant is kept word for word and inert',
  async (_, text) => {
    const cookie = client.cookies.consultant
    const label = normaliseLabel(text)
    const edit = `/engagements/${client.engagementId}/edit`
    const engagement = fields({ clientName: text, departments: `Sales\nFinance\n${text}`, roles: text })
    expect((await app.ask(edit, { cookie, form: engagement })).status).toBe(303)
    const leadNew = `/engagements/${client.engagementId}/leads/new`
    const lead = fields({
      name: text,
      email: 'x@hostile.test',
      level: 'senior',
      departmentId: '',
      jobTitle: text,
    })
    expect((await app.ask(leadNew, { cookie, form: lead })).status).toBe(303)
    const roundEdit = `/rounds/${client.rounds.draft}/edit`
    const settings = {
      instrumentKey: 'quick-scan@1',
      opensOn: '2026-03-02',
      closesOn: '2026-03-13',
      privacyMode: 'confidential',
      smallestGroup: '5',
    }
    expect((await app.ask(roundEdit, { cookie, form: fields({ ...settings, title: text }) })).status).toBe(
      303,
    )
    const bench = `/rounds/${client.rounds.closed}/themes/priorities`
    const move = await app.ask(bench, { cookie })
    const line = readForms(move.text)
      .flatMap(({ controls }) => controls)
      .find(({ name }) => name === 'line')
    const step = fields({ line: line?.value ?? '', theme: 'new', name: text, intent: 'move' })
    expect((await app.ask(bench, { cookie, form: step })).status).toBe(303)

    const page = await app.ask(edit, { cookie })
    expect(values(page.text)).toContain(label)
    expect(values((await app.ask(roundEdit, { cookie })).text)).toContain(label)
    expect(values((await app.ask(bench, { cookie })).text)).toContain(label)
    const overview = await app.ask(`/engagements/${client.engagementId}`, { cookie })
    expect(overview.text).toContain(escaped(label))
    const shown = [edit, roundEdit, bench, `/engagements/${client.engagementId}`, '/engagements']
    for (const path of [
      ...shown,
      `/rounds/${client.rounds.draft}`,
      `/rounds/${client.rounds.closed}/report`,
    ]) {
      const { status, text: html } = await app.ask(path, { cookie })
      expect([path, status]).toEqual([path, 200])
      expectInert(html, path)
    }
    const pdf = await app.ask(`/rounds/${client.rounds.closed}/report.pdf`, { cookie })
    expect(pdf.status).toBe(200)
  },
)

test.each(Object.entries(TEXTS))(
  '%s in every field of a lead is kept word for word and inert',
  async (_, text) => {
    const cookie = client.cookies.lead
    let found = 0
    for (const id of client.sectionIds) {
      const path = `/answer/${id}`
      const page = await app.ask(path, { cookie })
      const form = readForms(page.text).find(({ controls }) =>
        controls.some(({ name }) => name.endsWith('.revision')),
      )
      const controls = form?.controls ?? []
      const sent = new FormData()
      for (const { name, type, value } of controls) {
        if (type === 'hidden') sent.append(name, value)
        if (type === 'text' && !/^(initiatives|estimate)/.test(name)) sent.append(name, text)
      }
      sent.append('go', 'stay')
      const reply = await app.ask(path, { cookie, form: sent })
      expect([id, reply.status]).toEqual([id, 303])
      const again = await app.ask(path, { cookie })
      expectInert(again.text, path)
      const typed = controls.filter(
        ({ name }) => sent.get(name) === text || sent.get(name) === normaliseText(text),
      )
      found += values(again.text).filter((value) => value === normaliseText(text).trim()).length
      expect(values(again.text).filter((value) => value === normaliseText(text).trim())).toHaveLength(
        typed.length,
      )
    }
    expect(found).toBeGreaterThan(10)
    const review = await app.ask('/answer/review', { cookie })
    expectInert(review.text, 'review')
  },
)

test('a hundred thousand characters are refused in plain words, and every one of them is still on the page', async () => {
  const cookie = client.cookies.consultant
  const engagement = fields({ clientName: LONG, departments: 'Sales\nFinance', roles: 'Chief executive' })
  const lead = fields({ name: LONG, email: 'x@y.test', level: 'senior', departmentId: '', jobTitle: '' })
  const round = fields({
    title: LONG,
    instrumentKey: 'quick-scan@1',
    opensOn: '2026-03-02',
    closesOn: '2026-03-13',
    privacyMode: 'confidential',
    smallestGroup: '5',
  })
  for (const [path, form] of [
    ['/engagements/new', engagement],
    [`/engagements/${client.engagementId}/leads/new`, lead],
    [`/engagements/${client.engagementId}/rounds/new`, round],
  ] as const) {
    const { status, text } = await app.ask(path, { cookie, form })
    expect([path, status]).toEqual([path, 400])
    expect(values(text)).toContain(LONG)
    expect(text).toMatch(/longer than|characters/)
  }
  const answer = fields({
    'priorities.1': LONG,
    'priorities.2': 'Fine',
    'priorities.revision': '0',
    go: 'next',
  })
  const { status, text } = await app.ask(`/answer/${client.sectionIds[0]}`, {
    cookie: client.cookies.lead,
    form: answer,
  })
  expect(status).toBe(422)
  expect(values(text)).toEqual(expect.arrayContaining([LONG, 'Fine']))
})
