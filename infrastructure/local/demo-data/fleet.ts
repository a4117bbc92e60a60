import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { JSONValue } from 'postgres'
import { tsImport } from 'tsx/esm/api'

const root = path.join(import.meta.dirname, '../../..')

/** The forty vehicles of the demo's spreadsheet, read by the product's own import. */
export async function readFleet(): Promise<JSONValue[]> {
  // The application's modules use its path alias, which Node alone does not know.
  const reader: typeof import('../../../lib/fleet/import/read-fleet.ts') = await tsImport(
    path.join(root, 'lib/fleet/import/read-fleet.ts'),
    { parentURL: import.meta.url, tsconfig: path.join(root, 'tsconfig.json') },
  )
  const reading = reader.readFleet(await readFile(path.join(import.meta.dirname, 'fleet-zurich.csv'), 'utf8'))
  if ('fileFault' in reading || reading.faults.length > 0) {
    throw new Error(`The demo fleet cannot be read: ${JSON.stringify(reading)}`)
  }
  return reading.vehicles as unknown as JSONValue[]
}
