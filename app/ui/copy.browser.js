// Shows the copy buttons, which need a script, and lets each copy the value of the field it names.
for (const button of document.querySelectorAll('button[data-copy]')) {
  const field = document.getElementById(button.getAttribute('data-copy') ?? '')
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) prepare(button, field)
}

/** @param {Element} button @param {HTMLInputElement | HTMLTextAreaElement} field */
function prepare(button, field) {
  const label = button.textContent
  button.removeAttribute('hidden')
  button.addEventListener('click', async () => {
    // Selected first: where the clipboard is not permitted, the keyboard can still copy.
    field.select()
    await navigator.clipboard.writeText(field.value)
    button.textContent = 'Copied'
    setTimeout(() => {
      button.textContent = label
    }, 2000)
  })
}
