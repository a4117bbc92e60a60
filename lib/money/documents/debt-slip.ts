import type { DocumentLanguage } from '@/lib/core/documents/language'
import type { Sheet } from '@/lib/core/documents/sheet'
import { billFor, type Debt } from '@/lib/money/documents/qr-bill/bill'
import { drawSlip } from '@/lib/money/documents/qr-bill/slip'

/** What draws the payment slip of a debt at the foot of somebody else's document; null where there is none to print. */
export function slipFor(debt: Debt): ((sheet: Sheet, language: DocumentLanguage) => void) | null {
  const bill = billFor(debt)
  return bill && ((sheet, language) => drawSlip(sheet, bill, language))
}
