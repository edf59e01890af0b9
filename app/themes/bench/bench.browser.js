// @ts-check
// Keys for the coding bench. Every key presses a button that is on the page anyway; they work only while the focus is on the
// bench, and never while somebody types.

const bench = document.querySelector('form[data-bench]')
if (bench instanceof HTMLFormElement) listen(bench)

/** @param {HTMLFormElement} form */
function listen(form) {
  document.querySelector('[data-bench-keys]')?.removeAttribute('hidden')
  form.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return
    if (event.key === 'ArrowDown' || event.key === 'j') go(form, 1, event)
    else if (event.key === 'ArrowUp' || event.key === 'k') go(form, -1, event)
    else press(form, event)
  })
  document.querySelector('[data-bench-start]')?.addEventListener('click', () => stopsOf(form)[0]?.focus())
  const reached = document.getElementById(location.hash.slice(1))
  if (reached && form.contains(reached)) reached.focus({ preventScroll: true })
}

/** @param {HTMLFormElement} form @param {KeyboardEvent} event */
function press(form, event) {
  const key = event.key.toLowerCase()
  if (!/^[a-z0-9]$/.test(key)) return
  const stop = event.target instanceof Element ? event.target.closest('[data-stop]') : null
  const control =
    stop?.querySelector(`[data-key="${key}"]`) ??
    form.querySelector(`[data-key-anywhere="${key}"], select[data-key="${key}"]`)
  if (!(control instanceof HTMLElement)) return
  event.preventDefault()
  if (control instanceof HTMLSelectElement) control.focus()
  else control.click()
}

/** To the next stop or the one before. @param {HTMLFormElement} form @param {number} step @param {KeyboardEvent} event */
function go(form, step, event) {
  const stops = stopsOf(form)
  const here = event.target instanceof Element ? event.target.closest('[data-stop]') : null
  const next = stops[here instanceof HTMLElement ? stops.indexOf(here) + step : 0]
  if (!next) return
  event.preventDefault()
  next.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'nearest' })
}

/** @param {HTMLFormElement} form @returns {HTMLElement[]} */
function stopsOf(form) {
  return [...form.querySelectorAll('[data-stop]')].filter((stop) => stop instanceof HTMLElement)
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox')
  )
}
