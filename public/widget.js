/*
 * Puts a company's booking search onto a page of its own: <script async src="https://…/widget.js"></script>.
 * The search is a frame, so neither page's style reaches the other; it says how high it is, and this script makes it so. Until then
 * it is not seen: where the company allows no frame, the browser's own error would stand there.
 * `data-lang` says the language where the page's own is not meant.
 */
{
  const script = document.currentScript
  const site = new URL(script.src).origin
  const language = script.dataset.lang || document.documentElement.lang
  const frame = document.createElement('iframe')
  frame.src = `${site}/widget?lang=${encodeURIComponent(language.slice(0, 10))}`
  const titles = { de: 'Buchung', fr: 'Réservation', it: 'Prenotazione' }
  frame.title = script.dataset.title || titles[language.slice(0, 2)] || 'Booking'
  const style = { all: 'initial', display: 'block', width: '100%', height: '460px', border: '0', opacity: '0' }
  for (const [name, value] of Object.entries(style)) frame.style.setProperty(name, value, 'important')
  script.after(frame)

  addEventListener('message', ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== site) return
    const height = Number(data?.bookingHeight)
    if (!(height > 0 && height < 4000)) return
    frame.style.setProperty('height', `${Math.ceil(height)}px`, 'important')
    frame.style.setProperty('opacity', '1', 'important')
  })
}
