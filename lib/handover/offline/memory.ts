/** What the browser calls the phone's memory. */
export const MEMORY = 'crms-handover'

/** Whether anybody has worked with handovers in this browser; asking for the memory itself would make one. */
export async function isMemoryHere(): Promise<boolean> {
  if (!('indexedDB' in globalThis)) return false
  const known = await indexedDB.databases?.().catch(() => [])
  return known?.some(({ name }) => name === MEMORY) ?? false
}
