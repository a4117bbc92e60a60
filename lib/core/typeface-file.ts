import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { processWide } from '@/lib/core/process-wide'
import { TYPEFACES, type TypefaceName } from '@/lib/core/typefaces'

/** The bytes of a face, read once. next.config.js lists the same folders for the standalone build. */
export function typefaceFile(name: TypefaceName): Promise<Uint8Array<ArrayBuffer>> {
  return processWide(`typeface.${name}`, async () => {
    const bytes = await readFile(join(process.cwd(), TYPEFACES[name].file))
    return Uint8Array.from(bytes)
  })
}
