import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attachmentHeaders, safeFileName } from '#app/http/attachment.ts'

test.each([
  ['../../etc/passwd', 'etc-passwd'],
  ['C:\\con\\x.csv', 'C-con-x.csv'],
  ['a\r\nSet-Cookie: b.csv', 'a Set-Cookie- b.csv'],
  ['\u202egpj.xlsx', 'gpj.xlsx'],
  ['Zażółć 数字.pptx', 'Zażółć 数字.pptx'],
  ['...', 'file'],
  ['', 'file'],
  ['CON.plumbline.zip', 'file-CON.plumbline.zip'],
  ['com1', 'file-com1'],
  ['console.csv', 'console.csv'],
])('%j becomes %j', (given, name) => expect(safeFileName(given)).toBe(name))

test('the name stands in plain letters and whole', () => {
  const { 'Content-Disposition': header } = attachmentHeaders({ fileName: "Ł'é.csv", type: 'text/csv' })
  expect(header).toBe(`attachment; filename="-'e.csv"; filename*=UTF-8''%C5%81%27%C3%A9.csv`)
})

test('no name can end the header or the quotes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (fileName) => {
      const header = attachmentHeaders({ fileName, type: 't' })['Content-Disposition'] ?? ''
      return /^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]+"; filename\*=UTF-8''[A-Za-z0-9%._~-]+$/.test(
        header,
      )
    }),
  )
})
