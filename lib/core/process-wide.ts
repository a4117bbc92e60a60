const registry = globalThis as typeof globalThis & { crmsProcessWide?: Map<string, unknown> }

/**
 * One value per process. A module may be loaded more than once (pages, routes, hot reload), and a cache or a
 * counter that exists twice is wrong twice.
 */
export function processWide<T>(name: string, create: () => T): T {
  registry.crmsProcessWide ??= new Map()
  if (!registry.crmsProcessWide.has(name)) registry.crmsProcessWide.set(name, create())
  return registry.crmsProcessWide.get(name) as T
}
