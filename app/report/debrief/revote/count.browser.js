// @ts-check
// Keeps the number of votes up to date while the page is looked at. Without it a link does the same.
{
  const line = document.querySelector('[data-vote-count]')
  const address = line?.getAttribute('data-vote-count')
  const PAUSE = 3000

  const look = async () => {
    if (document.hidden || !address || !line) return
    try {
      const response = await fetch(address, { headers: { Accept: 'application/json' } })
      const { voted } = response.ok ? await response.json() : { voted: null }
      if (voted && voted !== line.textContent) line.textContent = voted
    } catch {
      // The next look may find the network again.
    }
  }

  if (line) {
    document.querySelector('[data-look-again]')?.setAttribute('hidden', '')
    setInterval(look, PAUSE)
  }
}
