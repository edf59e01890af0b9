import { expect } from 'vitest'

const TAG = /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y
const ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/
// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/

/** An XML file that any parser would take: tags that close, attributes that stand once, no sign that may not be there. */
export function expectWellFormed(xml: string, name = ''): void {
  expect([name, FORBIDDEN.test(xml), ENTITY.test(xml)]).toEqual([name, false, false])
  const body = xml.replace(/^\ufeff?\s*<\?xml[^?]*\?>\s*/, '').trim()
  const open: string[] = []
  let at = 0
  while (at < body.length) {
    const next = body.indexOf('<', at)
    if (next < 0 || (next > at && open.length === 0))
      throw new Error(`${name}: text outside the root at ${at}`)
    TAG.lastIndex = next
    const tag = TAG.exec(body)
    if (!tag) throw new Error(`${name}: no tag at ${body.slice(next, next + 80)}`)
    const [whole, closing, element = '', attributes = '', empty] = tag
    const names = [...attributes.matchAll(/([\w:.-]+)\s*=/g)].map(([, key]) => key)
    expect([element, new Set(names).size]).toEqual([element, names.length])
    if (closing) expect([name, element]).toEqual([name, open.pop()])
    else if (!empty) open.push(element)
    at = next + whole.length
    if (open.length === 0 && at < body.length) throw new Error(`${name}: more than one root`)
  }
  expect(open).toEqual([])
}
