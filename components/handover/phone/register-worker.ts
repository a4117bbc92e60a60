const SCRIPT = '/handover-worker.js'
const SCOPE = '/handover'

/**
 * Has the service worker keep these pages and what they are made of. Development has none, because it changes files under
 * its feet; without it everything works while there is a network.
 */
export async function registerWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.register(SCRIPT, { scope: SCOPE }).catch(() => null)
  if (!registration) return
  const { active } = await navigator.serviceWorker.ready
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  active?.postMessage({ kind: 'keep', urls: loaded })
}
