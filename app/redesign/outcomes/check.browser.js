// Reads a key result while it is typed and says what it reads as. Without it the same is said when the form is saved.
for (const frame of document.querySelectorAll('[data-check]')) {
  const field = frame.querySelector('textarea')
  const says = frame.querySelector('[data-check-says]')
  if (field && says) watch(frame.getAttribute('data-check') ?? '', field, says)
}

/** @param {string} address @param {HTMLTextAreaElement} field @param {Element} says */
function watch(address, field, says) {
  let timer = 0
  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => check(address, field, says), 600)
  })
}

/** @param {string} address @param {HTMLTextAreaElement} field @param {Element} says */
async function check(address, field, says) {
  const wording = field.value
  if (wording.trim() === '') {
    says.textContent = ''
    return
  }
  const body = new URLSearchParams({ wording })
  const reply = await fetch(address, { method: 'POST', body, headers: { Accept: 'application/json' } }).catch(
    () => null,
  )
  if (!reply?.ok || field.value !== wording) return
  const { words } = await reply.json()
  says.textContent = words
}
