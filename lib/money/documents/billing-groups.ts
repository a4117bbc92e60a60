import { formatDay } from '@/lib/core/dates'
import { drawCharges } from '@/lib/core/documents/charges'
import type { DocumentLanguage } from '@/lib/core/documents/language'
import { INK, mm, type Sheet } from '@/lib/core/documents/sheet'
import { formatRappen } from '@/lib/core/money'
import type { InvoiceFacts } from '@/lib/money/documents/invoice-facts'
import { INVOICE_WORDS } from '@/lib/money/documents/words'

type Billing = InvoiceFacts['billings'][number]

/** The lines of an invoice for several contracts: under their cost centre and driver, each contract with its days, each group with its sum. */
export function drawBillingGroups(
  sheet: Sheet,
  facts: InvoiceFacts,
  { language, currency }: { language: DocumentLanguage; currency: string },
): void {
  const words = INVOICE_WORDS[language]
  for (const { title, billings } of groupsOf(facts, language)) {
    const lines = facts.lines.filter(({ billing_id }) => billings.some(({ id }) => id === billing_id))
    const sum = lines.reduce((total, line) => total + line.amount_rappen, 0)
    // A heading stays with the first contract under it.
    sheet.ensure(mm(32))
    if (title) {
      const [at, y] = [sheet.left + sheet.width, sheet.y + 12]
      sheet.draw(title, sheet.left, y, { face: sheet.fonts.semibold, size: 11 })
      sheet.draw(`${words.groupSum} ${formatRappen(sum)}`, at, y, { size: 9, align: 'right' })
      sheet.y += 20
    }
    for (const billing of billings) {
      drawContract(sheet, billing, language)
      const own = lines.filter(({ billing_id }) => billing_id === billing.id)
      drawCharges(sheet, own, { language, currency })
      sheet.y += mm(5)
    }
    sheet.y += mm(2)
  }
}

function drawContract(sheet: Sheet, billing: Billing, language: DocumentLanguage): void {
  const words = INVOICE_WORDS[language]
  const day = (date: string) => formatDay(date, language)
  sheet.ensure(mm(24))
  sheet.draw(`${words.contract} ${billing.contract}`, sheet.left, sheet.y + 9, { face: sheet.fonts.semibold })
  sheet.draw(
    `${day(billing.service_from)} – ${day(billing.service_to)}`,
    sheet.left + sheet.width,
    sheet.y + 9,
    {
      align: 'right',
    },
  )
  sheet.y += 13
  const order = billing.purchase_order && `${words.order} ${billing.purchase_order}`
  sheet.paragraph([billing.vehicle, order].filter(Boolean).join(' · '), { size: 8, color: INK.quiet })
  sheet.y += 3
}

/** Contracts side by side with the same cost centre and driver. */
function groupsOf({ billings }: InvoiceFacts, language: DocumentLanguage) {
  const words = INVOICE_WORDS[language]
  const groups: { title: string; billings: Billing[] }[] = []
  for (const billing of billings) {
    const centre = billing.cost_centre && `${words.costCentre} ${billing.cost_centre}`
    const title = [centre, billing.driver].filter(Boolean).join(' · ')
    const last = groups.at(-1)
    if (last?.title === title) last.billings.push(billing)
    else groups.push({ title, billings: [billing] })
  }
  return groups
}
