import { DAMAGE_INKS } from '@/lib/contracts/documents/condition'
import type { ContractDamage } from '@/lib/contracts/documents/contract-facts'
import type { Sheet } from '@/lib/core/documents/sheet'

type Box = { x: number; top: number; width: number; height: number }

/** A photo in its box, and on it the damage marked there, by the numbers that sketch and table give it. */
export async function drawMarkedPhoto(
  sheet: Sheet,
  picture: Uint8Array,
  { x, top, width, height }: Box,
  photoId: string,
  damages: ContractDamage[],
): Promise<void> {
  const size = await sheet.picture(picture, x, top, { width, height })
  for (const [index, { photo_id, photo_x, photo_y, severity }] of damages.entries()) {
    if (photo_id !== photoId || photo_x == null || photo_y == null) continue
    sheet.mark(
      x + photo_x * size.width,
      top + photo_y * size.height,
      String(index + 1),
      DAMAGE_INKS[severity],
    )
  }
}
