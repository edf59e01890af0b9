// Keeps the figures of an open round up to date while its page is looked at. Without it the page says the same when it is
// loaded again.
const page = document.querySelector('[data-live-round]')
const address = page?.getAttribute('data-live-round')

/** @type {EventSource | null} */
let source = null

/** Browsers keep few connections to one server: a page that nobody looks at gives its own back. */
function follow() {
  if (document.hidden || !address) {
    source?.close()
    source = null
    return
  }
  if (source) return
  source = new EventSource(address)
  source.addEventListener('open', () => show('[data-live-on]', true))
  source.addEventListener('error', () => show('[data-live-on]', false))
  source.addEventListener('message', ({ data }) => replace(JSON.parse(data)))
  source.addEventListener('over', () => {
    source?.close()
    show('[data-live-on]', false)
    show('[data-live-changed]', true)
  })
}

/** @param {{ figures: Record<string, string>, done: number, invited: number, missing: Record<string, string>, next: string }} round */
function replace({ figures, done, invited, missing, next }) {
  const known = [...document.querySelectorAll('[data-live]')]
  for (const element of known) write(element, figures[element.getAttribute('data-live') ?? ''])
  const bar = document.querySelector('[data-live-bar]')
  bar?.setAttribute('value', String(done))
  bar?.setAttribute('max', String(invited))
  bar?.setAttribute('aria-label', `${done} of ${invited} have answered`)
  const people = [...document.querySelectorAll('[data-live-person]')]
  for (const person of people) {
    const state = missing[person.getAttribute('data-live-person') ?? '']
    person.toggleAttribute('hidden', state === undefined)
    write(person.querySelector('[data-live-state]'), state)
  }
  const here = new Set(people.map((person) => person.getAttribute('data-live-person')))
  const isNew = Object.keys(missing).some((id) => !here.has(id))
  const nextChanged = document.querySelector('.next p')?.textContent !== next
  show('[data-live-changed]', isNew || nextChanged)
}

/** @param {Element | null} element @param {string | undefined} text */
function write(element, text) {
  if (element && text !== undefined && element.textContent !== text) element.textContent = text
}

/** @param {string} selector @param {boolean} visible */
function show(selector, visible) {
  document.querySelector(selector)?.toggleAttribute('hidden', !visible)
}

if (address && 'EventSource' in window) {
  document.addEventListener('visibilitychange', follow)
  follow()
}
