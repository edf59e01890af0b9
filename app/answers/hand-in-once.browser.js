// @ts-check
// A second press of the button while the first is on its way would find the session already ended.

for (const form of document.querySelectorAll('form[data-once]')) {
  let sent = false
  form.addEventListener('submit', (event) => {
    if (sent) event.preventDefault()
    sent = true
  })
  window.addEventListener('pageshow', () => {
    sent = false
  })
}
