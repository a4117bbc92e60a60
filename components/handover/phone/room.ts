/** Enough for the photos of some handovers. */
const COMFORTABLE_BYTES = 60_000_000

/** Whether the browser still has room for the photos of a handover; where it does not say, it has. */
export async function roomLeft(): Promise<'enough' | 'short'> {
  const estimate = await navigator.storage?.estimate?.().catch(() => null)
  if (!estimate?.quota) return 'enough'
  return estimate.quota - (estimate.usage ?? 0) < COMFORTABLE_BYTES ? 'short' : 'enough'
}

/** Whether something was not written because the phone is full. */
export function isNoRoom(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'QuotaExceededError'
}
