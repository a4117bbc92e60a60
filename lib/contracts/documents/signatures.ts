import type { ContractHandover, ContractSignature } from '@/lib/contracts/documents/contract-facts'
import { type ContractPage, drawTitle } from '@/lib/contracts/documents/page'
import { formatDateTime } from '@/lib/core/dates'
import { drawQr } from '@/lib/core/documents/qr'
import { INK, mm } from '@/lib/core/documents/sheet'

const FIELD = { width: mm(78), height: mm(26) }
/** Side of the code that leads to the page where the document is checked. */
const CODE = mm(24)
const INSIDE = { width: FIELD.width - mm(8), height: FIELD.height - mm(4) }

/** Who signed, when, from where, and the checksum of what was signed. */
export async function drawSignatures(
  page: ContractPage,
  pickup: Pick<ContractHandover, 'signatures'>,
): Promise<void> {
  const { sheet, words } = page
  if (pickup.signatures.length === 0) return
  drawTitle(page, words.signatures, FIELD.height + mm(17) + CODE)
  const top = sheet.y
  const step = sheet.width - FIELD.width
  for (const [index, signature] of pickup.signatures.entries()) {
    await drawSignature(page, signature, sheet.left + index * step, top)
  }
  sheet.y = top + FIELD.height + mm(17)
  drawProof(page, pickup.signatures[0]?.document_sha256 ?? '')
}

/** The hash of what was signed, how far the chain of evidence reached, and where anybody can check it. */
function drawProof({ sheet, facts, words, verifyAt }: ContractPage, hash: string): void {
  sheet.ensure(CODE + mm(4))
  const top = sheet.y
  const beside = sheet.left + CODE + mm(6)
  const width = sheet.width - CODE - mm(6)
  drawQr(sheet, `${verifyAt}?hash=${hash}`, sheet.left, top, CODE)
  const line = (label: string, value: string) => {
    sheet.draw(label, beside, sheet.y + 8, { size: 8, color: INK.quiet })
    sheet.draw(value, beside, sheet.y + 19, { size: 7.5, face: sheet.fonts.mono })
    sheet.y += 25
  }
  line(words.contentHash, hash)
  if (facts.evidence) line(words.evidence(facts.evidence.entries), facts.evidence.head_sha256)
  const address = verifyAt.replace(/^https?:\/\//, '')
  sheet.paragraph(words.verify(address), { x: beside, width, size: 8 })
  sheet.y = Math.max(sheet.y, top + CODE) + mm(2)
}

/** When a signature given without network arrived; null where it came at once. */
export function receivedLater({ signed_at, received_at }: ContractSignature): Date | null {
  if (!received_at || Date.parse(received_at) - Date.parse(signed_at) < 60_000) return null
  return new Date(received_at)
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
  const received = receivedLater(signature)
  if (received) {
    sheet.draw(words.received(formatDateTime(received, options)), x, line + 34, { size: 8, color: INK.quiet })
  }
}
