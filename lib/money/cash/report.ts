import type { CompanyContext } from '@/lib/core/context'
import { formatDay } from '@/lib/core/dates'
import { CHARGE_WORDS } from '@/lib/core/documents/charge-words'
import { drawFacts } from '@/lib/core/documents/fact-row'
import { type DocumentLanguage, toDocumentLanguage } from '@/lib/core/documents/language'
import { mm, Sheet } from '@/lib/core/documents/sheet'
import { drawTable } from '@/lib/core/documents/table'
import { translatorFor } from '@/lib/core/i18n/messages'
import { formatRappen } from '@/lib/core/money'
import { entryWords } from '@/lib/money/cash/entry-words'
import { type CashBook, getCashBook } from '@/lib/money/cash/queries'
import type { CashDay } from '@/lib/money/cash/schema'

/** The end-of-day report of a till as PDF: what was in it, what moved, what was counted. */
export async function cashReport(
  ctx: CompanyContext,
  { location, day }: CashDay,
): Promise<{ name: string; bytes: Uint8Array }> {
  const [t, book] = await Promise.all([
    translatorFor(ctx.locale, 'money.cash'),
    getCashBook(ctx, { location, from: day, until: day }),
  ])
  const title = t('report', { day: formatDay(day, toDocumentLanguage(ctx.locale)) })
  const bytes = await reportPdf(book, {
    t,
    title,
    language: toDocumentLanguage(ctx.locale),
    company: ctx.company.name,
    madeAt: ctx.now(),
  })
  return { name: `cash-${day}.pdf`, bytes }
}

type Translate = Awaited<ReturnType<typeof translatorFor>>

type ReportFrame = {
  t: Translate
  title: string
  language: DocumentLanguage
  company: string
  madeAt: Date
}

async function reportPdf(
  book: CashBook,
  { t, title, language, company, madeAt }: ReportFrame,
): Promise<Uint8Array> {
  const sheet = await Sheet.open({ title, author: company, language, accent: '#27364f', madeAt })
  sheet.draw(title, sheet.left, sheet.y + 18, { face: sheet.fonts.semibold, size: 18 })
  sheet.y += 30
  const money = (label: string, rappen: number) => ({
    label: `${label} ${book.currency}`,
    value: formatRappen(rappen),
    share: 25,
  })
  drawFacts(sheet, [
    { label: t('location'), value: book.location.name, share: 40 },
    money(t('opening'), book.openingRappen),
    money(t('in'), book.inRappen),
    money(t('out'), book.outRappen),
    money(t('closing'), book.closingRappen),
  ])
  sheet.y += mm(4)
  const amount = mm(30)
  const columns = [
    { title: t('csv.kind'), width: mm(45) },
    { title: t('csv.subject'), width: sheet.width - mm(45) - amount },
    { title: `${t('amount')} ${book.currency}`, width: amount, align: 'right' as const },
  ]
  const rows = book.entries.map((entry) => {
    const words = entryWords(t, entry)
    return { cells: [words.title, words.detail, formatRappen(entry.amountRappen)] }
  })
  if (rows.length > 0) drawTable(sheet, columns, rows)
  else sheet.paragraph(t('empty'))
  sheet.y += mm(6)
  if (book.closed) {
    const { expectedRappen, countedRappen, differenceRappen, note, closedBy } = book.closed
    drawFacts(sheet, [
      money(t('expected'), expectedRappen),
      money(t('counted'), countedRappen),
      money(t('difference'), differenceRappen),
      { label: t('closedBy'), value: closedBy ?? '–', share: 40 },
    ])
    if (note) sheet.paragraph(note)
  } else sheet.paragraph(t('notClosed'))
  return sheet.finish({ left: `${company} · ${title}`, page: CHARGE_WORDS[language].page })
}
