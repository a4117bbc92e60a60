import type { ContractHandover, ContractSignature } from '@/lib/contracts/documents/contract-facts'
import { type ContractPage, drawTitle } from '@/lib/contracts/documents/page'
import { formatDateTime } from '@/lib/core/dates'
import { INK, mm } from '@/lib/core/documents/sheet'

const FIELD = { width: mm(78), height: mm(26) }
const INSIDE = { width: FIELD.width - mm(8), height: FIELD.height - mm(4) }

/** Who signed, when, from where, and the checksum of what was signed. */
export async function drawSignatures(page: ContractPage, pickup: ContractHandover): Promise<void> {
  const { sheet, words } = page
  if (pickup.signatures.length === 0) return
  drawTitle(page, words.signatures, FIELD.height + mm(30))
  const top = sheet.y
  const step = sheet.width - FIELD.width
  for (const [index, signature] of pickup.signatures.entries()) {
    await drawSignature(page, signature, sheet.left + index * step, top)
  }
  sheet.y = top + FIELD.height + mm(17)
  const hash = pickup.signatures[0]?.document_sha256 ?? ''
  sheet.draw(words.contentHash, sheet.left, sheet.y + 8, { size: 8, color: INK.quiet })
  sheet.draw(hash, sheet.left, sheet.y + 20, { size: 8, face: sheet.fonts.mono })
  sheet.y += 26
}

async function drawSignature(
  { sheet, facts, words, language, pictures }: ContractPage,
  signature: ContractSignature,
  x: number,
  top: number,
): Promise<void> {
  const picture = pictures.byPath.get(signature.image_path)
  if (picture) await sheet.picture(picture, x + mm(4), top + mm(2), INSIDE)
  const line = top + FIELD.height
  sheet.rule(line, { x, width: FIELD.width, color: INK.text })
  const options = { timeZone: facts.company.time_zone, locale: language }
  const at = formatDateTime(new Date(signature.signed_at), options)
  sheet.draw(`${signature.name}, ${words.signers[signature.signer]}`, x, line + 12)
  sheet.draw(words.signed(at, signature.ip ?? null), x, line + 24, { size: 8, color: INK.quiet })
}
