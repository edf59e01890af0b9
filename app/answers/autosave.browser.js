// @ts-check
// Saves answers as they are given. Without this script the buttons of the form do the same.

const PAUSE = 1000
// Who types without a pause is saved all the same.
const LONGEST_PAUSE = 1.5 * PAUSE
// A reply that takes longer will not come.
const PATIENCE = 20 * PAUSE
// Browsers let a page leave behind 64 KiB that are still being sent, and refuse to send more in this way.
const LEFT_BEHIND = 60_000

const form = document.querySelector('form[data-autosave]')
if (form instanceof HTMLFormElement) keepSaved(form, form.dataset.autosave ?? '')

/** @param {HTMLFormElement} form @param {string} url */
function keepSaved(form, url) {
  /** Not yet sent. @type {Set<string>} */
  const waiting = new Set()
  /** Errors by item. @type {Map<string, string>} */
  const refused = new Map()
  /** Changed elsewhere too. @type {Set<string>} */
  const stuck = new Set()
  /** @type {string[]} */
  let sending = []
  /**
   * Sent, and nobody knows whether it arrived. It goes again as it was, before what was typed since: the server then knows
   * it as what it has, and the page does not take its own words for those of another window.
   * @type {{ items: string[], body: URLSearchParams } | null}
   */
  let lost = null
  /** @type {Promise<void> | null} */
  let running = null
  let trouble = ''
  let delay = PAUSE
  let timer = 0
  /** Of what is waiting, or of the last attempt. */
  let since = 0
  /** The server has asked for a rest until then. */
  let notBefore = 0
  let leaving = false
  const line = /** @type {HTMLElement | null} */ (document.querySelector('[data-save-state]'))
  /** See saving-words.ts. @type {any[]} */
  const said = line?.dataset.saveState?.split('|') ?? []

  /** @param {string} name */
  const field = (name) => /** @type {HTMLInputElement | null} */ (form.elements.namedItem(name))
  /** @param {EventTarget | null} target */
  const itemAround = (target) => (target instanceof Element ? target.closest('fieldset') : null)

  function sayState() {
    const open = new Set([...waiting, ...(lost?.items ?? [])]).size
    let text = said[0]
    if (trouble) text = `${open === 1 ? said[1] : said[2].replace('#', open)} ${trouble}`
    else if (stuck.size) text = said[3]
    else if (refused.size) text = said[4]
    if (line && (trouble || open === 0)) line.textContent = text
  }

  /** @param {string} itemId */
  function showError(itemId) {
    const line = document.getElementById(`${itemId}-error`)
    // Nobody is corrected in the middle of a word.
    if (line && itemAround(document.activeElement)?.id !== itemId)
      line.textContent = refused.get(itemId) ?? ''
  }

  /** @param {{ saved: { itemId: string, revision: number }[], conflicts: string[], errors: Record<string, string> }} reply */
  function take(reply) {
    for (const { itemId, revision } of reply.saved) {
      const hidden = field(`${itemId}.revision`)
      if (hidden) hidden.value = String(revision)
    }
    for (const itemId of sending) {
      const error = reply.errors[itemId]
      if (error) refused.set(itemId, error)
      else refused.delete(itemId)
      if (reply.conflicts.includes(itemId)) stuck.add(itemId)
      showError(itemId)
    }
  }

  async function send() {
    since = performance.now()
    const again = lost
    sending = again?.items ?? [...waiting]
    const body = again?.body ?? bodyOf(sending)
    if (!again) waiting.clear()
    trouble = await deliver(body)
    lost = trouble ? { items: sending, body } : null
    // Where there is no connection, trying costs nobody anything, and the person waits for it to return.
    const longest = (trouble === said[8] ? 4 : 30) * PAUSE
    delay = trouble ? Math.min(delay * 2, longest) : PAUSE
    if (trouble) plan(delay)
    else if (again && waiting.size) plan(0)
    sending = []
    running = null
    sayState()
  }

  /** @param {string[]} items */
  function bodyOf(items) {
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form)) {
      if (items.includes(name.split('.')[0] ?? '')) body.append(name, String(value))
    }
    return body
  }

  /** What stood in the way, or nothing. @param {URLSearchParams} body */
  async function deliver(body) {
    try {
      const headers = { Accept: 'application/json' }
      const keepalive = String(body).length < LEFT_BEHIND
      const signal = AbortSignal.timeout(PATIENCE)
      const response = await fetch(url, { method: 'POST', headers, body, keepalive, signal })
      notBefore = performance.now() + 1000 * Number(response.headers.get('Retry-After') ?? 0)
      if (response.status === 401) return said[5]
      if (!response.ok) return response.status === 410 ? said[6] : said[7]
      take(await response.json())
      return ''
    } catch {
      return said[8]
    }
  }

  /** One request at a time, so that no answer overtakes itself. */
  async function flush() {
    clearTimeout(timer)
    while (running) await running
    if (isBehind()) running = send()
    await running
  }

  const isBehind = () => waiting.size > 0 || lost !== null

  /** @param {number} wait */
  function plan(wait) {
    clearTimeout(timer)
    timer = window.setTimeout(flush, Math.max(wait, notBefore - performance.now()))
  }

  /** How much of a text's room is used, counted as the server counts it. @param {EventTarget | null} target */
  function count(target) {
    const room = target instanceof HTMLTextAreaElement && document.getElementById(`${target.name}-room`)
    if (room) room.textContent = (room.dataset.room ?? '').replace('#', String(target.value.length))
  }

  /** @param {Event} event */
  function note(event) {
    count(event.target)
    const item = itemAround(event.target)
    if (!item || stuck.has(item.id) || item.querySelector('.conflict')) return
    const now = performance.now()
    if (!isBehind()) since = now
    waiting.add(item.id)
    const pause = event.type === 'change' ? PAUSE / 4 : PAUSE
    plan(Math.max(0, Math.min(pause, since + LONGEST_PAUSE - now)))
  }

  /** Swaps a line with its neighbour. @param {string} value */
  function move(value) {
    const [itemId = '', row, direction] = value.split(':')
    const other = Number(row) + (direction === 'up' ? -1 : 1)
    for (const element of form.elements) {
      const mine = /** @type {HTMLInputElement} */ (element)
      const [id, at, ...rest] = mine.name.split('.')
      const theirs = id === itemId && at === row && field([id, other, ...rest].join('.'))
      if (theirs) [mine.value, theirs.value] = [theirs.value, mine.value]
    }
    const line = field(`${itemId}.${other}`)
    line?.closest('details')?.setAttribute('open', '')
    line?.focus()
    line?.dispatchEvent(new Event('input', { bubbles: true }))
  }

  form.addEventListener('input', note)
  form.addEventListener('change', note)
  form.addEventListener('focusout', () => setTimeout(() => [...refused.keys()].map(showError)))
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLInputElement)) return
    const [itemId, row] = event.target.name.split('.')
    const next = field(`${itemId}.${Number(row) + 1}`)
    if (next) event.preventDefault()
    next?.focus()
  })
  form.addEventListener('submit', async (event) => {
    const button = /** @type {HTMLButtonElement | null} */ (event.submitter)
    const moves = button?.name === 'move'
    if (!moves && !running && !isBehind()) leaving = true
    if (leaving) return
    event.preventDefault()
    if (moves) return move(button.value)
    await flush()
    if (!trouble) await flush()
    // Offline the next page would not come, and the words on this one would go.
    if (isBehind()) return
    leaving = true
    form.requestSubmit(button)
  })
  document.addEventListener('visibilitychange', () => document.hidden && flush())
  addEventListener('online', flush)
  addEventListener('pageshow', () => (leaving = false))
  addEventListener('beforeunload', (event) => {
    if (leaving) return
    if (trouble || !navigator.onLine || refused.size || stuck.size) event.preventDefault()
    flush()
  })
}
