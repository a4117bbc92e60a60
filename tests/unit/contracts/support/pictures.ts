import sharp from 'sharp'
import type { ContractPictures } from '@/lib/contracts/documents/page'
import { contractFacts } from './contract-facts'

/** A plain picture for every photo and signature of the example. */
export async function examplePictures(): Promise<ContractPictures> {
  const create = { width: 400, height: 300, channels: 3 as const, background: '#9ab' }
  const photo = await sharp({ create }).jpeg().toBuffer()
  const stroke =
    '<path d="M20 90C80 10 120 150 180 60S280 20 300 80" fill="none" stroke="#111" stroke-width="4"/>'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="120">${stroke}</svg>`
  const signature = await sharp(Buffer.from(svg)).png().toBuffer()
  const sketch = await sharp({ create: { ...create, width: 400, height: 400, background: '#eee' } })
    .png()
    .toBuffer()
  const paths =
    contractFacts().handovers?.flatMap(({ photos }) => photos.map((row) => row.storage_path)) ?? []
  const byPath = new Map<string, Uint8Array>(paths.map((path) => [path, photo]))
  return { sketch, byPath: byPath.set('company/handovers/signature.png', signature) }
}
