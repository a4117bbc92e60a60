import { type DisputePage, timeOn } from '@/lib/contracts/dispute/page'
import { drawTitle } from '@/lib/contracts/documents/page'
import { CHARGE_WORDS } from '@/lib/core/documents/charge-words'
import { drawCharges, drawTotals, type Sum } from '@/lib/core/documents/charges'
import { mm } from '@/lib/core/documents/sheet'
import { drawTable } from '@/lib/core/documents/table'
import { formatRappen } from '@/lib/core/money'

/** Everything that was charged, what the invoice says, and every payment with its reference at the provider. */
export function drawMoney(page: DisputePage): void {
  const { sheet, facts, own, language } = page
  const { currency } = facts.contract
  drawTitle(page, own.money, 60)
  drawCharges(sheet, facts.lines, { language, currency })
  const total = facts.lines.reduce((sum, line) => sum + line.amount_rappen, 0)
  const paid = facts.payments
    .filter(({ status }) => ['succeeded', 'partially_refunded'].includes(status))
    .reduce((sum, payment) => sum + payment.amount_rappen - payment.refunded_rappen, 0)
  const sums: Sum[] = [
    { label: CHARGE_WORDS[language].total, amountRappen: total, strong: true },
    { label: own.paid, amountRappen: paid },
    { label: own.open, amountRappen: total - paid },
  ]
  const { vat } = facts.contract.price
  drawTotals(sheet, { sums, vat, language, currency })
  for (const invoice of facts.invoices) {
    sheet.y += mm(2)
    const open = invoice.total_rappen - invoice.paid_rappen
    const amounts = `${currency} ${formatRappen(invoice.total_rappen)}, ${own.open.toLowerCase()} ${formatRappen(open)}`
    sheet.paragraph(`${own.invoice(invoice.number)}: ${amounts}`)
  }
  drawPayments(page)
}

function drawPayments(page: DisputePage): void {
  const { sheet, facts, own } = page
  if (facts.payments.length === 0) return
  drawTitle(page, own.payments, 40)
  const { at, method, status, reference, amount } = own.paymentColumns
  const columns = [
    { title: at, width: mm(40) },
    { title: method, width: mm(30) },
    { title: status, width: mm(34) },
    { title: reference, width: sheet.width - mm(130) },
    { title: amount, width: mm(26), align: 'right' as const },
  ]
  const rows = facts.payments.map((payment) => ({
    cells: [
      timeOn(page, payment.at),
      own.methods[payment.method] ?? payment.method,
      own.statuses[payment.status] ?? payment.status,
      payment.reference ?? '',
      formatRappen(payment.amount_rappen - payment.refunded_rappen),
    ],
  }))
  drawTable(sheet, columns, rows)
}
