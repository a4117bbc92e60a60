import { processWide } from '@/lib/core/process-wide'

/**
 * The work under a key, done once for everybody who asks for it while it is under way. A failure is its own: whoever
 * joined it tries again.
 */
export function together<T>(key: string, work: () => Promise<T>): Promise<T> {
  const underWay = processWide('together', () => new Map<string, Promise<unknown>>())
  const joined = underWay.get(key)
  if (joined) return joined.catch(work) as Promise<T>
  const begun = work().finally(() => underWay.delete(key))
  underWay.set(key, begun)
  return begun
}
