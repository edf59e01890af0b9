// @ts-check
// Shows the debrief one screen at a time and leads through it by keyboard. Without it the screens stand below one another.
{
  const root = document.querySelector('main.debrief')
  const steps = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[data-step]')])
  const help = /** @type {HTMLDialogElement | null} */ (document.getElementById('keys'))
  const where = document.querySelector('[data-where]')
  const letters = /** @type {HTMLInputElement | null} */ (document.querySelector('[data-letters]'))
  let at = 0

  /** @param {number} index */
  const show = (index, focus = true) => {
    at = Math.max(0, Math.min(steps.length - 1, index))
    for (const [place, step] of steps.entries()) step.hidden = place !== at
    const step = steps[at]
    if (!step) return
    if (where) where.textContent = `${step.dataset.step} · ${at + 1} of ${steps.length}`
    history.replaceState(null, '', `#${step.id}`)
    if (focus) step.focus({ preventScroll: true })
    scrollTo(0, 0)
    holdAgainstGuess(step)
  }

  /** @param {string} id */
  const placeOf = (id) => steps.findIndex((step) => step.id === id)

  /** @param {string} digit */
  const toDigit = (digit) => {
    const place = steps.findIndex((step) => step.dataset.digit === digit)
    if (place >= 0) show(place)
  }

  /** Says how far the room's guess lay from the answers. @param {HTMLElement} step */
  const holdAgainstGuess = (step) => {
    const line = /** @type {HTMLElement | null} */ (step.querySelector('[data-guessed]'))
    const field = document.querySelector(`[data-guess="${line?.dataset.guessed}"] input`)
    if (!line || !(field instanceof HTMLInputElement)) return
    const typed = field.value.trim()
    const isGuess = /^\d{1,3}$/.test(typed) && Number(typed) <= 100
    line.textContent = isGuess ? guessWords(Number(typed), line.dataset) : ''
  }

  /** @param {number} guess @param {DOMStringMap} answer */
  const guessWords = (guess, { low, high, answer }) => {
    if (guess >= Number(low) && guess <= Number(high))
      return `Your guess of ${guess} is within the range of the answers.`
    const points = Math.abs(guess - Number(answer))
    const far = `${points} ${points === 1 ? 'point' : 'points'}`
    return `You guessed ${guess}: ${far} ${guess > Number(answer) ? 'more' : 'less'} than the answers say.`
  }

  const toggleScreen = async () => {
    try {
      if (document.fullscreenElement) await document.exitFullscreen()
      else await document.documentElement.requestFullscreen()
    } catch {
      // Not every browser gives the whole screen to a page.
    }
  }

  /** What a key does, by its name; null where the key is not ours. @param {KeyboardEvent} event */
  const actOf = ({ key, shiftKey }) => {
    if (key === 'ArrowRight' || key === 'PageDown' || (key === ' ' && !shiftKey)) return () => show(at + 1)
    if (key === 'ArrowLeft' || key === 'PageUp' || key === ' ') return () => show(at - 1)
    if (key === 'Home') return () => show(0)
    if (key === 'End') return () => show(steps.length - 1)
    if (!letters?.checked) return null
    if (/^\d$/.test(key)) return () => toDigit(key)
    if (key === '?') return () => help?.showModal()
    return key === 'f' || key === 'F' ? toggleScreen : null
  }

  document.addEventListener('keydown', (event) => {
    const { target, key } = event
    if (!(target instanceof Element) || help?.open || event.isComposing) return
    const form = target.closest('form')
    if (form && key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      return form.requestSubmit()
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (target.closest('input, textarea, select')) {
      if (key === 'Escape') steps[at]?.focus()
      else if (key === 'Enter' && target.closest('[data-guess]')) show(at + 1)
      return
    }
    // A button or a link that has the focus keeps its own key.
    if (key === ' ' && target.closest('button, a, summary')) return
    const act = actOf(event)
    if (!act) return
    event.preventDefault()
    act()
  })

  document.addEventListener('click', (event) => {
    const { target } = event
    if (!(target instanceof Element)) return
    const go = target.closest('[data-go]')?.getAttribute('data-go')
    if (go === 'next') show(at + 1, false)
    if (go === 'back') show(at - 1, false)
    if (go === 'help') help?.showModal()
    if (go === 'close-help') help?.close()
    const place = placeOf(target.closest('a[href^="#"]')?.getAttribute('href')?.slice(1) ?? '')
    if (place < 0) return
    event.preventDefault()
    show(place)
  })

  help?.addEventListener('close', () => steps[at]?.focus())
  addEventListener('hashchange', () => show(Math.max(0, placeOf(location.hash.slice(1)))))

  // Letters that no screen has shown yet could not be fetched any more once the network is gone.
  for (const face of ['400 1em "Source Sans 3"', '600 1em "Source Sans 3"', '400 1em "Source Serif 4"'])
    document.fonts.load(face)
  document.fonts.load('600 1em "Source Serif 4"')

  for (const hidden of document.querySelectorAll('[data-bar], [data-guess]')) hidden.removeAttribute('hidden')
  root?.classList.add('one-by-one')
  // A decision that was refused stands where the page says what is wrong with it.
  const wrong = document.querySelector('[data-error][role="alert"]')?.closest('[data-step]')?.id
  show(Math.max(0, placeOf(wrong ?? location.hash.slice(1))))
}
