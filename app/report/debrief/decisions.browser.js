// @ts-check
// Takes decisions down in the background, and keeps those that find no network in memory until there is one again.
{
  const root = /** @type {HTMLElement | null} */ (document.querySelector('main.debrief'))
  const url = root?.dataset.debrief ?? ''
  const line = document.querySelector('[data-saved]')
  const more = document.querySelector('[data-more]')
  const PAUSE = 2000
  const LONGEST_PAUSE = 30_000
  const PATIENCE = 20_000

  /**
   * What was taken down in this window, by the decision's id. `body` is what the server has or is to get.
   * @type {Map<string, { form: HTMLFormElement, body: URLSearchParams, state: 'waiting' | 'saved' | 'refused' }>}
   */
  const taken = new Map()
  /** What a form held when it was opened or last taken down. @type {WeakMap<HTMLFormElement, string>} */
  const known = new WeakMap()
  let running = false
  let trouble = ''
  let delay = PAUSE
  let timer = 0

  /** @param {HTMLFormElement} form */
  const bodyOf = (form) => {
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form)) body.append(name, String(value))
    return body
  }
  /** What a person has typed, without what the server counts. @param {URLSearchParams} body */
  const typedIn = (body) => ['wording', 'owner', 'due'].map((name) => body.get(name)?.trim()).join('\n')
  /** @param {HTMLFormElement} form */
  const isDirty = (form) => known.get(form) !== typedIn(bodyOf(form))
  /** @param {HTMLFormElement} form @param {string} name */
  const field = (form, name) => /** @type {HTMLInputElement | null} */ (form.elements.namedItem(name))
  const forms = () => /** @type {HTMLFormElement[]} */ ([...document.querySelectorAll('form[data-decision]')])
  /** @param {HTMLFormElement} form */
  const isInPlan = (form) => Number(field(form, 'revision')?.value) > 0
  const waiting = () => [...taken.values()].filter(({ state }) => state === 'waiting')

  /** @param {HTMLFormElement} form @param {string} words */
  const say = (form, words) => {
    const place = form.querySelector('[data-state]')
    if (place) place.textContent = words
  }

  /** @param {HTMLFormElement} form @param {Record<string, string>} errors */
  const showErrors = (form, errors) => {
    for (const place of form.querySelectorAll('[data-error]'))
      place.textContent = errors[place.getAttribute('data-error') ?? ''] ?? ''
    if (Object.keys(errors).length > 0) say(form, 'Not taken down')
  }

  const tell = () => {
    const saved = forms().filter(
      (form) => isInPlan(form) && taken.get(idOf(form))?.state !== 'waiting',
    ).length
    const open = waiting().length
    const parts = [`${saved} saved`, ...(open > 0 ? [`${open} waiting${trouble && `: ${trouble}`}`] : [])]
    if (line) line.textContent = parts.join(', ')
    listDecided()
  }

  /** @param {HTMLFormElement} form */
  const idOf = (form) => field(form, 'entry')?.value ?? ''

  const listDecided = () => {
    const list = document.querySelector('[data-decided]')
    const told = forms().filter((form) => isInPlan(form) || taken.get(idOf(form))?.state === 'waiting')
    list?.replaceChildren(
      ...told.map((form) => {
        const entry = document.createElement('li')
        const isWaiting = taken.get(idOf(form))?.state === 'waiting'
        entry.textContent = decidedWords(form) + (isWaiting ? ' · waiting to be sent' : '')
        return entry
      }),
    )
    document.querySelector('[data-nothing-decided]')?.toggleAttribute('hidden', told.length > 0)
  }

  /** @param {HTMLFormElement} form */
  const decidedWords = (form) => {
    const [wording, owner, due] = ['wording', 'owner', 'due'].map((name) => field(form, name)?.value.trim())
    const options = /** @type {const} */ ({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
    const day = due ? `by ${new Intl.DateTimeFormat('en-GB', options).format(new Date(due))}` : 'no day set'
    return [wording, owner || 'nobody named yet', day].join(' · ')
  }

  /** What stood in the way of sending, or nothing. @param {{ form: HTMLFormElement, body: URLSearchParams, state: string }} one */
  const deliver = async (one) => {
    try {
      const headers = { Accept: 'application/json' }
      const signal = AbortSignal.timeout(PATIENCE)
      const response = await fetch(url, { method: 'POST', headers, body: one.body, signal })
      if (response.status === 401) return 'you are signed out; sign in in another window'
      if (![200, 400, 404, 409].includes(response.status)) return 'the server did not take it'
      const { revision, errors } = await response.json()
      const counter = field(one.form, 'revision')
      if (counter) counter.value = String(revision)
      one.state = errors ? 'refused' : 'saved'
      if (response.status === 404) renew(one.form)
      showErrors(one.form, errors ?? {})
      if (!errors) say(one.form, isDirty(one.form) ? 'Changed since' : 'In the plan')
      return ''
    } catch {
      return 'no network'
    }
  }

  /** One after the other, so that no change overtakes what it changes. */
  const flush = async () => {
    clearTimeout(timer)
    if (running) return
    running = true
    trouble = ''
    for (let one = waiting()[0]; one && !trouble; one = waiting()[0]) {
      // A change that was typed while its decision was on its way goes with the number that came back.
      one.body.set('revision', field(one.form, 'revision')?.value ?? '0')
      trouble = await deliver(one)
    }
    running = false
    delay = trouble ? Math.min(delay * 2, LONGEST_PAUSE) : PAUSE
    if (waiting().length > 0) timer = window.setTimeout(flush, trouble ? delay : 0)
    tell()
  }

  /** @param {HTMLFormElement} form */
  const take = (form) => {
    const body = bodyOf(form)
    showErrors(form, {})
    if (!body.get('wording')?.trim()) return showErrors(form, { wording: 'Please say what is decided.' })
    known.set(form, typedIn(body))
    taken.set(idOf(form), { form, body, state: 'waiting' })
    say(form, 'Taken down')
    if (more?.lastElementChild === form) addBlank(form)
    tell()
    flush()
  }

  /** An empty form below the one that was just used. @param {HTMLFormElement} used */
  const addBlank = (used) => {
    const copy = /** @type {HTMLFormElement} */ (used.cloneNode(true))
    const [before, after] = [idOf(used), newId()]
    for (const element of copy.querySelectorAll('[id], [for], [aria-describedby]'))
      for (const name of ['id', 'for', 'aria-describedby'])
        if (element.hasAttribute(name))
          element.setAttribute(name, (element.getAttribute(name) ?? '').replace(before, after))
    copy.dataset.decision = after
    used.after(copy)
    for (const name of ['wording', 'owner', 'due', 'ruleId']) empty(copy, name)
    for (const [name, value] of [
      ['entry', after],
      ['revision', '0'],
    ]) {
      const hidden = field(copy, name ?? '')
      if (hidden) hidden.value = value ?? ''
    }
    say(copy, '')
    known.set(copy, typedIn(bodyOf(copy)))
  }

  /** @param {HTMLFormElement} form @param {string} name */
  const empty = (form, name) => {
    const box = field(form, name)
    if (box) box.value = ''
  }

  /** What was taken out of the plan elsewhere does not come back under its id. @param {HTMLFormElement} form */
  const renew = (form) => {
    taken.delete(idOf(form))
    const [entry, revision] = [field(form, 'entry'), field(form, 'revision')]
    if (entry) entry.value = newId()
    if (revision) revision.value = '0'
  }

  /** As random as the ids that the server makes. */
  const newId = () => {
    const bytes = [...crypto.getRandomValues(new Uint8Array(16))]
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
    const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  }

  if (url) {
    for (const form of forms()) known.set(form, typedIn(bodyOf(form)))
    document.addEventListener('submit', (event) => {
      if (!(event.target instanceof HTMLFormElement) || !event.target.dataset.decision) return
      event.preventDefault()
      take(event.target)
    })
    document.addEventListener('input', (event) => {
      const form = event.target instanceof Element ? event.target.closest('form') : null
      if (form && known.has(form))
        say(form, isDirty(form) ? 'Not taken down yet' : isInPlan(form) ? 'In the plan' : '')
    })
    addEventListener('online', flush)
    addEventListener('beforeunload', (event) => {
      if (waiting().length > 0 || forms().some(isDirty)) event.preventDefault()
    })
    tell()
  }
}
