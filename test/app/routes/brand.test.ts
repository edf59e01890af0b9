import { Resvg } from '@resvg/resvg-js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findCurrentBrand } from '#db/brands.ts'
import { readForms } from '#scripts/visit/read-forms.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { allRows, type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'

let app: RunningApplication
let client: SeededClient

beforeEach(async () => {
  app = await runApplication()
  client = await seedClient(app, { name: 'ada' })
})
afterEach(() => app.close())

const LOGO = new Resvg(
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100"><circle cx="50" cy="50" r="40" fill="#c33"/></svg>',
)
  .render()
  .asPng()

function brandForm(fields: Record<string, string>, logo?: Uint8Array, name = 'logo.png'): FormData {
  const form = new FormData()
  for (const [field, value] of Object.entries({
    name: 'Berg & Co',
    colour: '#ffcc00',
    footer: 'Oslo',
    ...fields,
  }))
    form.append(field, value)
  if (logo) form.append('logo', new File([logo as BlobPart], name, { type: 'image/png' }))
  return form
}
const send = (form: FormData) => app.ask('/brand', { cookie: client.cookies.consultant, form })
const current = async () => {
  const brand = await findCurrentBrand(app.db, 'consultant-ada')
  if (!brand) throw new Error('there is no brand')
  return brand
}

test('a colour that cannot be read is made darker, and the page says so', async () => {
  expect((await send(brandForm({}, LOGO))).status).toBe(303)
  const { text } = await app.ask('/brand', { cookie: client.cookies.consultant })
  expect(text).toContain('Your colour is used a little darker')
  expect(text).toContain((await current()).colour)
})

test('logo and stylesheets are served to anybody who has their address, kept for good, and never sniffed', async () => {
  await send(brandForm({}, LOGO))
  const { id, colour } = await current()
  const types = {
    'logo.png': 'image/png',
    'small-logo.png': 'image/png',
    'report.css': 'text/css; charset=utf-8',
  }
  for (const [file, type] of Object.entries(types)) {
    const { status, headers } = await app.ask(`/brand/${id}/${file}`, {})
    expect([file, status, headers.get('content-type')]).toEqual([file, 200, type])
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
  expect((await app.ask(`/brand/${id}/report.css`, {})).text).toContain(`--accent:${colour}`)
  expect((await app.ask(`/brand/${id}/questionnaire.css`, {})).text).toContain(`--accent:${colour}`)
  const unknown = await app.ask('/brand/unknown/logo.png', {})
  expect(unknown.status).toBe(404)
})

test('a lead meets the brand on every page, with one stylesheet and one picture, from the link on', async () => {
  const plain = await app.ask(`/p/${client.linkTokens[1]}`, {})
  expect(plain.text).not.toContain('/brand/')
  await send(brandForm({}, LOGO))
  const { id } = await current()
  const pages = [
    await app.ask(`/p/${client.linkTokens[1]}`, {}),
    await app.ask('/answer', { cookie: client.cookies.lead }),
    await app.ask(`/answer/${client.sectionIds[0]}`, { cookie: client.cookies.lead }),
  ]
  for (const { text, statements } of pages) {
    expect(text.match(/rel="stylesheet"/g)).toHaveLength(1)
    expect(text).toContain(`/brand/${id}/questionnaire.css?`)
    expect(text.match(/<img /g)).toHaveLength(1)
    expect(text).toContain('alt="Berg &amp; Co"')
    expect(text).toContain('<footer class="brand-foot">Oslo</footer>')
    expect(statements.length).toBeLessThanOrEqual(5)
  }
})

test('the draft is dressed in the brand; what is published stays as it was', async () => {
  await send(brandForm({}, LOGO))
  const { id } = await current()
  const draft = await app.ask(`/rounds/${client.rounds.closed}/report`, { cookie: client.cookies.consultant })
  expect(draft.text).toContain(`href="/brand/${id}/report.css"`)
  expect(draft.text).toContain(`src="/brand/${id}/logo.png"`)
  const published = await app.ask('/report', { cookie: client.cookies.reader })
  expect(published.text).not.toContain('/brand/')
})

test.each([
  ['a page that calls itself a picture', Buffer.from('<html><script>alert(1)</script>'), /not a PNG or JPEG/],
  [
    'a picture that says it is huge',
    (() => {
      const bomb = Buffer.from(LOGO)
      bomb.writeUInt32BE(90_000, 16)
      return bomb
    })(),
    /90000 by 100/,
  ],
  ['a picture that is damaged', Buffer.from(LOGO).fill(7, 45, LOGO.length - 12), /cannot be read/],
])('%s is refused in words, what was typed stays, and nothing is changed', async (_, file, words) => {
  const before = await allRows(app)
  const { status, text } = await send(brandForm({ footer: 'Kept "as" typed' }, file))
  expect(status).toBe(400)
  expect(text).toMatch(words)
  const controls = readForms(text).flatMap((form) => form.controls)
  expect(controls.find(({ name }) => name === 'footer')?.value).toBe('Kept "as" typed')
  expect(await allRows(app)).toEqual(before)
})

test('a file larger than a form may be is refused before it is read', async () => {
  expect((await send(brandForm({}, new Uint8Array(300 * 1024)))).status).toBe(413)
})

test('what is no colour never gets into a stylesheet', async () => {
  const before = await allRows(app)
  expect((await send(brandForm({ colour: 'red;}body{display:none' }))).status).toBe(400)
  expect((await send(brandForm({ name: ' ', footer: 'x'.repeat(161) }))).status).toBe(400)
  expect(await allRows(app)).toEqual(before)
})

test('the logo stays when something else is changed, goes when it is not wanted, and so does the brand', async () => {
  await send(brandForm({}, LOGO))
  await send(brandForm({ footer: 'Bergen' }))
  expect((await current()).logo).not.toBeNull()
  await send(brandForm({ remove: '1' }))
  expect((await current()).logo).toBeNull()
  await app.ask('/brand', {
    cookie: client.cookies.consultant,
    form: new URLSearchParams({ intent: 'remove' }),
  })
  expect(await findCurrentBrand(app.db, 'consultant-ada')).toBeNull()
})
