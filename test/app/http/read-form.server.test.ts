import { expect, test } from 'vitest'
import { readForm } from '#app/http/read-form.server.ts'

const LIST = 'name,email\nŁukasz Žák,l@x.test\n'

function upload(bytes: Uint8Array<ArrayBuffer>): Request {
  const body = new FormData()
  body.append('file', new File([bytes], 'list.csv', { type: 'text/csv' }))
  return new Request('https://survey.test/import', { method: 'POST', body })
}

const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))

test.each([
  ['UTF-8', new Uint8Array(Buffer.from(LIST))],
  ['UTF-8 with a byte order mark', new Uint8Array(Buffer.from(`\ufeff${LIST}`))],
  ['UTF-16, as spreadsheets call Unicode text', utf16(LIST)],
  ['UTF-16, the other way round', utf16(LIST).map((_, index, all) => all[index ^ 1] ?? 0)],
])('a list saved as %s is read letter for letter', async (_, bytes) => {
  expect((await readForm(upload(bytes))).get('file')).toBe(LIST)
})

test('a list in the code page of an old spreadsheet keeps its accents', async () => {
  const bytes = new Uint8Array(Buffer.from('name\nZoë Müller\n', 'latin1'))
  expect((await readForm(upload(bytes))).get('file')).toBe('name\nZoë Müller\n')
})

test('a body that is no form is a 400 for the edge, not a fault', async () => {
  const request = new Request('https://survey.test/', { method: 'POST', body: 'x' })
  const thrown = await readForm(request).catch((error: unknown) => error)
  expect((thrown as Response).status).toBe(400)
})
