import type {
  ContractDamage,
  ContractHandover,
  ContractPhoto,
} from '@/lib/contracts/documents/contract-facts'
import { drawMarkedPhoto } from '@/lib/contracts/documents/marked-photo'
import { type ContractPage, drawTitle } from '@/lib/contracts/documents/page'
import { formatTime } from '@/lib/core/dates'
import { INK, mm } from '@/lib/core/documents/sheet'

const GAP = mm(6)
const CAPTION = mm(9)
const PICTURE_RATIO = 3 / 4
/** The walk around the vehicle, whatever order the photos arrived in. */
const ORDER: ContractPhoto['position'][] = [
  'front',
  'front_left',
  'left',
  'rear',
  'rear_right',
  'right',
  'interior',
  'dashboard',
  'free',
]

/** The photos of a handover, two in a row, each with its marks, its time and the beginning of its checksum. */
export async function drawPhotos(page: ContractPage, side: ContractHandover, title: string): Promise<void> {
  // The licence's picture is evidence for the file, not for a document that is mailed around.
  const photos = ORDER.flatMap((place) => side.photos.filter(({ position }) => position === place))
  const { sheet } = page
  if (photos.length === 0) return
  sheet.turn()
  drawTitle(page, title)
  const width = (sheet.width - GAP) / 2
  const height = width * PICTURE_RATIO
  for (let index = 0; index < photos.length; index += 2) {
    sheet.ensure(height + CAPTION)
    const top = sheet.y
    for (const [column, photo] of photos.slice(index, index + 2).entries()) {
      const box = { x: sheet.left + column * (width + GAP), top, width, height }
      await drawPhoto(page, photo, side.damages, box)
    }
    sheet.y = top + height + CAPTION
  }
}

async function drawPhoto(
  { sheet, facts, words, pictures }: ContractPage,
  photo: ContractPhoto,
  damages: ContractDamage[],
  box: { x: number; top: number; width: number; height: number },
): Promise<void> {
  const { x, top, width, height } = box
  const picture = pictures.byPath.get(photo.storage_path)
  sheet.box(x, top, width, height, { border: INK.line })
  if (picture) await drawMarkedPhoto(sheet, picture, box, photo.id, damages)
  const time = formatTime(new Date(photo.taken_at), facts.company.time_zone)
  sheet.draw(`${words.positions[photo.position]}, ${time}`, x, top + height + 11, { size: 8 })
  const hash = { size: 7, face: sheet.fonts.mono, color: INK.quiet, align: 'right' as const }
  sheet.draw(photo.sha256.slice(0, 16), x + width, top + height + 11, hash)
}
