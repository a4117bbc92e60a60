import type { DisputePage } from '@/lib/contracts/dispute/page'
import { timeOn } from '@/lib/contracts/dispute/page'
import {
  type ContractDamage,
  type ContractHandover,
  type ContractPhoto,
  isLicencePhoto,
} from '@/lib/contracts/documents/contract-facts'
import { drawMarkedPhoto } from '@/lib/contracts/documents/marked-photo'
import { drawTitle } from '@/lib/contracts/documents/page'
import { legsOf } from '@/lib/contracts/rules'
import { INK, mm } from '@/lib/core/documents/sheet'

const GAP = mm(6)
const CAPTION = mm(9)
const RATIO = 3 / 4

type Pair = { before?: ContractPhoto; after?: ContractPhoto }

type Leg = { out: ContractHandover; back: ContractHandover | undefined }

/** Photos of the same place beside each other: at the left how the vehicle went out, at the right how it came back; of each vehicle by itself. */
export async function drawPhotoPairs(page: DisputePage): Promise<void> {
  const legs = legsOf(page.facts.handovers ?? [])
  for (const leg of legs)
    await drawVehicle(page, leg, legs.length > 1 && leg.out.plate ? `: ${leg.out.plate}` : '')
}

async function drawVehicle(page: DisputePage, { out, back }: Leg, plate: string): Promise<void> {
  const { sheet, own } = page
  const pairs = pairPhotos(out.photos.filter(isShown), back?.photos.filter(isShown) ?? [])
  if (pairs.length === 0) return
  sheet.turn()
  drawTitle(page, `${own.photoPairs}${plate}`)
  const width = (sheet.width - GAP) / 2
  const right = sheet.left + width + GAP
  sheet.draw(own.before, sheet.left, sheet.y + 8, { size: 8, color: INK.quiet })
  sheet.draw(own.after, right, sheet.y + 8, { size: 8, color: INK.quiet })
  sheet.y += 14
  for (const { before, after } of pairs) {
    sheet.ensure(width * RATIO + CAPTION)
    await drawPhoto(page, before, out.damages, { x: sheet.left, width })
    await drawPhoto(page, after, back?.damages ?? [], { x: right, width })
    sheet.y += width * RATIO + CAPTION
  }
}

const isShown = ({ position }: ContractPhoto) => !isLicencePhoto(position)

/** The photos of each place side by side, in the order in which the first of them were taken; what has no partner stands alone. */
export function pairPhotos(before: ContractPhoto[], after: ContractPhoto[]): Pair[] {
  const places = [...new Set([...before, ...after].map(({ position }) => position))]
  return places.flatMap((place) => {
    const [left, right] = [before, after].map((photos) => photos.filter(({ position }) => position === place))
    const rows = Math.max(left?.length ?? 0, right?.length ?? 0)
    return Array.from({ length: rows }, (_, nth) => ({ before: left?.[nth], after: right?.[nth] }))
  })
}

async function drawPhoto(
  page: DisputePage,
  photo: ContractPhoto | undefined,
  damages: ContractDamage[],
  { x, width }: { x: number; width: number },
): Promise<void> {
  const { sheet, words, own, pictures } = page
  const height = width * RATIO
  const top = sheet.y
  sheet.box(x, top, width, height, { border: INK.line })
  if (!photo) {
    sheet.draw(own.noPhoto, x + width / 2, top + height / 2, { size: 8, color: INK.quiet, align: 'center' })
    return
  }
  const picture = pictures.byPath.get(photo.storage_path)
  if (picture) await drawMarkedPhoto(sheet, picture, { x, top, width, height }, photo.id, damages)
  const caption = `${words.positions[photo.position]}, ${timeOn(page, photo.taken_at)}`
  sheet.draw(caption, x, top + height + 11, { size: 7.5 })
  const hash = { size: 6.5, face: sheet.fonts.mono, color: INK.quiet, align: 'right' as const }
  sheet.draw(photo.sha256.slice(0, 16), x + width, top + height + 11, hash)
}
