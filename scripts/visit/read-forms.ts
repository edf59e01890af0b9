/** One thing in a form that can carry a value. A select or a group of radio buttons is one control for each choice. */
export interface Control {
  name: string
  value: string
  /** What stands beside it for a reader. */
  label: string
  type: 'text' | 'hidden' | 'choice' | 'option' | 'button'
  /** Whether a browser would send it if nobody touched the form. */
  sent: boolean
}

export interface PageForm {
  /** As written; empty means the page's own address. */
  action: string
  method: 'get' | 'post'
  /** Sent in parts, as forms with a file are, and not as one line. */
  multipart: boolean
  controls: Control[]
}

interface Reading {
  form: PageForm | null
  forms: PageForm[]
  labels: Map<string, string>
  /** Controls that wait for a label written elsewhere, by their id. */
  waiting: { id: string; spoken: string; control: Control }[]
  open: Open[]
  select: { name: string; chosen: boolean } | null
}

/** An element whose text is being gathered. */
interface Open {
  tag: string
  text: string
  control: Control | null
  labelled: Control[]
  labelFor: string | null
}

const TOKENS =
  /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>|([^<]+)/g
const GATHERED = ['label', 'option', 'textarea', 'button']
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** Reads the forms of a server-rendered page as a browser without JavaScript has them on loading. */
export function readForms(html: string): PageForm[] {
  const reading: Reading = { form: null, forms: [], labels: new Map(), waiting: [], open: [], select: null }
  for (const [, closing, tag, attributes, text] of html.matchAll(TOKENS)) {
    if (text !== undefined) for (const open of reading.open) open.text += decode(text)
    else if (tag === undefined) continue
    else if (closing) close(reading, tag.toLowerCase())
    else begin(reading, tag.toLowerCase(), readAttributes(attributes ?? ''))
  }
  for (const { id, control, spoken } of reading.waiting) control.label ||= reading.labels.get(id) ?? spoken
  return reading.forms
}

/** The name and value pairs a browser would send with the named button (the first one, if none is named). */
export function untouched(form: PageForm): [string, string][] {
  return form.controls.filter((control) => control.sent).map(({ name, value }) => [name, value])
}

function begin(reading: Reading, tag: string, attributes: Map<string, string>): void {
  if (tag === 'form') {
    const method = attributes.get('method')?.toLowerCase() === 'post' ? 'post' : 'get'
    const multipart = attributes.get('enctype') === 'multipart/form-data'
    reading.form = { action: attributes.get('action') ?? '', method, multipart, controls: [] }
    reading.forms.push(reading.form)
  }
  if (tag === 'select')
    reading.select = { name: attributes.get('name') ?? '', chosen: attributes.has('multiple') }
  const control = controlOf(reading, tag, attributes)
  if (control) place(reading, control, attributes)
  if (GATHERED.includes(tag)) {
    reading.open.push({ tag, text: '', control, labelled: [], labelFor: attributes.get('for') ?? null })
  }
}

function controlOf(reading: Reading, tag: string, attributes: Map<string, string>): Control | null {
  const name = attributes.get('name') ?? ''
  const value = attributes.get('value') ?? ''
  const enabled = !attributes.has('disabled')
  if (tag === 'option' && reading.select) {
    const sent = attributes.has('selected') && enabled
    return { name: reading.select.name, value, label: '', type: 'option', sent }
  }
  if (tag === 'textarea') return { name, value: '', label: '', type: 'text', sent: enabled }
  if (tag === 'button') return { name, value, label: '', type: 'button', sent: false }
  if (tag !== 'input') return null
  const type = attributes.get('type') ?? 'text'
  if (type === 'submit') return { name, value, label: value, type: 'button', sent: false }
  if (type === 'hidden') return { name, value, label: '', type: 'hidden', sent: enabled }
  if (type !== 'radio' && type !== 'checkbox')
    return { name, value, label: '', type: 'text', sent: enabled && type !== 'file' }
  return {
    name,
    value: attributes.get('value') ?? 'on',
    label: '',
    type: 'choice',
    sent: attributes.has('checked') && enabled,
  }
}

function place(reading: Reading, control: Control, attributes: Map<string, string>): void {
  reading.form?.controls.push(control)
  reading.open.findLast((open) => open.tag === 'label')?.labelled.push(control)
  reading.waiting.push({
    id: attributes.get('id') ?? '',
    spoken: attributes.get('aria-label') ?? '',
    control,
  })
}

function close(reading: Reading, tag: string): void {
  if (tag === 'form') reading.form = null
  if (tag === 'select') closeSelect(reading)
  if (reading.open.at(-1)?.tag !== tag) return
  const { text, control, labelled, labelFor } = reading.open.pop() as Open
  if (tag === 'textarea' && control) control.value = text.replace(/^\n/, '')
  if ((tag === 'option' || tag === 'button') && control) control.label = text.trim()
  if (tag !== 'label') return
  if (labelFor) reading.labels.set(labelFor, text.trim())
  for (const inside of labelled) inside.label ||= text.trim()
}

/** A select that offers one choice sends its first option when none is marked. */
function closeSelect(reading: Reading): void {
  const options = reading.form?.controls.filter(
    ({ type, name }) => type === 'option' && name === reading.select?.name,
  )
  const first = options?.[0]
  if (first && !reading.select?.chosen && !options.some((option) => option.sent)) first.sent = true
  reading.select = null
}

function readAttributes(text: string): Map<string, string> {
  const pairs = text.matchAll(/([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)
  return new Map(Array.from(pairs, ([, name, a, b, c]) => [name ?? '', decode(a ?? b ?? c ?? '')]))
}

export function decode(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16))
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)))
    return ENTITIES[name] ?? whole
  })
}
