import { formatDay } from '@/lib/core/dates'
import { CHARGE_WORDS } from '@/lib/core/documents/charge-words'
import { drawFacts } from '@/lib/core/documents/fact-row'
import { type DocumentLanguage, toDocumentLanguage } from '@/lib/core/documents/language'
import { mm, Sheet } from '@/lib/core/documents/sheet'
import { type Column, drawTable, type Row } from '@/lib/core/documents/table'
import { formatMoney, formatRappen } from '@/lib/core/money'
import { drawLetterhead } from '@/lib/money/documents/letterhead'
import { billFor, type QrBill } from '@/lib/money/documents/qr-bill/bill'
import { drawSlip } from '@/lib/money/documents/qr-bill/slip'
import type { Statement } from '@/lib/money/statement/facts'
import type { StatementPeriod } from '@/lib/money/statement/schema'
import { STATEMENT_WORDS } from '@/lib/money/statement/words'

type Frame = StatementPeriod & { madeAt: Date; logo?: Uint8Array | undefined }

/** A statement of account as PDF in the customer's language, with a payment slip for what is owed today. The same facts give the same bytes. */
export async function statementPdf(
  statement: Statement,
  { from, until, madeAt, logo }: Frame,
): Promise<{ name: string; bytes: Uint8Array }> {
  const language = toDocumentLanguage(statement.locale)
  const words = STATEMENT_WORDS[language]
  const { creditor } = statement
  const sheet = await Sheet.open({
    title: `${words.title} ${statement.number}`,
    author: creditor.name,
    language,
    accent: statement.accentColor,
    logo,
    madeAt,
  })
  drawLetterhead(sheet, statement)
  sheet.draw(words.title, sheet.left, sheet.y + 18, { face: sheet.fonts.semibold, size: 18 })
  sheet.y += 30
  drawFacts(sheet, [
    { label: words.customer, value: statement.number, share: 40 },
    { label: words.period, value: `${formatDay(from, language)} – ${formatDay(until, language)}`, share: 60 },
    {
      label: words.closing,
      value: formatMoney(statement.closingRappen, statement.currency),
      share: 40,
    },
  ])
  sheet.y += mm(4)
  drawEntries(sheet, statement, { language, from, until })
  if (statement.isCurrent) {
    drawOpenItems(sheet, statement, language)
    drawRequest(sheet, statement, language)
  }
  const page = CHARGE_WORDS[language].page
  const bytes = await sheet.finish({ left: `${creditor.name} · ${words.title} ${statement.number}`, page })
  return { name: fileName(`${words.title} ${statement.number}.pdf`), bytes }
}

/** A name that any mail program and system takes: letters without accents, digits, dots and dashes. */
function fileName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9.-]+/g, '-')
}

function drawEntries(
  sheet: Sheet,
  statement: Statement,
  { language, from, until }: { language: DocumentLanguage } & StatementPeriod,
): void {
  const words = STATEMENT_WORDS[language]
  const [day, money] = [mm(26), mm(32)]
  const columns: Column[] = [
    { title: words.day, width: day },
    { title: words.what, width: sheet.width - day - 2 * money },
    { title: `${words.amount} ${statement.currency}`, width: money, align: 'right' },
    { title: `${words.balance} ${statement.currency}`, width: money, align: 'right' },
  ]
  const balance = (label: string, on: string, rappen: number): Row => ({
    cells: [formatDay(on, language), label, '', formatRappen(rappen)],
    strong: true,
  })
  drawTable(sheet, columns, [
    balance(words.opening, from, statement.openingRappen),
    ...statement.entries.map((entry) => ({
      cells: [
        formatDay(entry.day, language),
        [words.kinds[entry.kind as keyof typeof words.kinds] ?? entry.kind, entry.number]
          .filter(Boolean)
          .join(' '),
        formatRappen(entry.amountRappen),
        formatRappen(entry.balanceRappen),
      ],
    })),
    balance(words.closing, until, statement.closingRappen),
  ])
  if (statement.entries.length === 0) {
    sheet.y += mm(3)
    sheet.paragraph(words.empty)
  }
}

function drawOpenItems(sheet: Sheet, { openItems, currency }: Statement, language: DocumentLanguage): void {
  if (openItems.length === 0) return
  const words = STATEMENT_WORDS[language]
  sheet.y += mm(7)
  // The heading stays with the table's head and its first row.
  sheet.ensure(72)
  sheet.draw(words.openItems, sheet.left, sheet.y + 11, { face: sheet.fonts.semibold, size: 11 })
  sheet.y += 20
  const [day, money] = [mm(34), mm(32)]
  drawTable(
    sheet,
    [
      { title: words.invoice, width: sheet.width - 2 * day - money },
      { title: words.issuedOn, width: day },
      { title: words.dueOn, width: day },
      { title: `${words.open} ${currency}`, width: money, align: 'right' },
    ],
    openItems.map((item) => ({
      cells: [
        item.number,
        formatDay(item.issuedOn, language),
        formatDay(item.dueOn, language),
        formatRappen(item.openRappen),
      ],
    })),
  )
}

function drawRequest(sheet: Sheet, statement: Statement, language: DocumentLanguage): void {
  const words = STATEMENT_WORDS[language]
  const bill = billOf(statement, language)
  const amount = formatMoney(Math.abs(statement.closingRappen), statement.currency)
  sheet.y += mm(6)
  if (statement.closingRappen === 0) sheet.paragraph(words.nothingOpen)
  else if (statement.closingRappen < 0) sheet.paragraph(words.inFavour(amount))
  else sheet.paragraph((bill ? words.payBySlip : words.pay)(amount))
  if (bill) drawSlip(sheet, bill, language)
}

function billOf(statement: Statement, language: DocumentLanguage): QrBill | null {
  const { creditor, debtor, currency, reference } = statement
  return billFor({
    creditor,
    debtor,
    currency,
    reference,
    amountRappen: statement.closingRappen,
    message: STATEMENT_WORDS[language].message(statement.number),
  })
}
