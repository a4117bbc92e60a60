import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import type { ContractFacts } from '@/lib/contracts/documents/contract-facts'
import { contractPdf } from '@/lib/contracts/documents/contract-pdf'
import { printPhotos } from '@/lib/contracts/documents/print-size'
import { keepPicture } from '@/lib/core/picture'
import { invoicePdf } from '@/lib/money/documents/invoice-pdf'
import { contractFacts } from '../unit/contracts/support/contract-facts'
import { examplePictures } from '../unit/contracts/support/pictures'
import { invoiceFacts } from '../unit/money/support/invoice-facts'

// `npm run bench:documents`: absolute figures depend on the machine; the ratio is to reading and writing the same file
// with the PDF library alone.
const ROUNDS = 40
const VERIFY = 'https://alpenmobil.crms.example/verify'

/** A photo as a phone takes it: noise, so that it is as heavy as a real one. */
async function photoOf(width: number, height: number, quality: number): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 }
  const create = { width, height, channels: 3 as const, background: '#000', noise }
  return sharp({ create }).jpeg({ quality }).toBuffer()
}

function contractWith(photos: number): ContractFacts {
  const facts = contractFacts()
  const [pickup] = facts.handovers ?? []
  const [first] = pickup?.photos ?? []
  if (!pickup || !first) throw new Error('The example has no photo.')
  const many = Array.from({ length: photos }, (_, nth) => ({
    ...first,
    id: crypto.randomUUID(),
    storage_path: `company/handovers/${nth}.jpg`,
  }))
  return { ...facts, handovers: [{ ...pickup, photos: many }] }
}

type Figures = { p50: number; p95: number; cpu: number }

async function measure(work: () => Promise<unknown>, rounds = ROUNDS): Promise<Figures> {
  for (let warm = 0; warm < 5; warm += 1) await work()
  const times: number[] = []
  const before = process.cpuUsage()
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  const { user, system } = process.cpuUsage(before)
  times.sort((a, b) => a - b)
  const at = (share: number) => Math.round(times[Math.ceil(times.length * share) - 1] ?? 0)
  return { p50: at(0.5), p95: at(0.95), cpu: Math.round((user + system) / 1_000 / rounds) }
}

async function contract(photos: number) {
  const facts = contractWith(photos)
  const pictures = await examplePictures()
  const original = await photoOf(1_600, 1_200, 70)
  const write = async () => {
    const paths = facts.handovers?.[0]?.photos.map(({ storage_path }) => storage_path) ?? []
    const printed = await printPhotos(paths, async () => original)
    return contractPdf(facts, { ...pictures, byPath: new Map([...pictures.byPath, ...printed]) }, VERIFY)
  }
  const bytes = await write()
  const own = await measure(write)
  const alone = await measure(async () => (await PDFDocument.load(bytes)).save())
  return {
    what: `contract, ${photos} photos, ${Math.round(bytes.byteLength / 1_024)} kB`,
    ...own,
    'library alone p50': alone.p50,
    ratio: (own.p50 / Math.max(alone.p50, 1)).toFixed(1),
  }
}

async function invoice() {
  const facts = invoiceFacts()
  return { what: 'invoice with QR slip', ...(await measure(() => invoicePdf(facts), 100)) }
}

async function photo() {
  const heavy = await photoOf(3_400, 2_550, 78)
  const figures = await measure(() => keepPicture(heavy), 20)
  return { what: `photo of ${(heavy.byteLength / 1_048_576).toFixed(1)} MB redrawn, thumbnail`, ...figures }
}

console.table([await contract(0), await contract(16), await invoice(), await photo()])
