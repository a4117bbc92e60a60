import { eighths } from '@/lib/contracts/documents/condition'
import type { AddendumFacts, RentalTerms } from '@/lib/contracts/documents/contract-facts'
import { type ContractPage, type ContractPictures, drawTitle } from '@/lib/contracts/documents/page'
import { drawHead, drawSides } from '@/lib/contracts/documents/parties'
import { drawSignatures } from '@/lib/contracts/documents/signatures'
import { ADDENDUM_WORDS, type AddendumWords } from '@/lib/contracts/documents/words/addendum'
import { CONTRACT_WORDS } from '@/lib/contracts/documents/words/languages'
import { formatDateTime } from '@/lib/core/dates'
import { formatKm } from '@/lib/core/distance'
import { CHARGE_WORDS } from '@/lib/core/documents/charge-words'
import { toDocumentLanguage } from '@/lib/core/documents/language'
import { mm, Sheet } from '@/lib/core/documents/sheet'
import { drawTable } from '@/lib/core/documents/table'
import { labelOf } from '@/lib/core/labels'
import { formatMoney } from '@/lib/core/money'

type AddendumPage = Omit<ContractPage, 'facts'> & { facts: AddendumFacts; own: AddendumWords }

/** What was changed of a running rental, old beside new, as the customer signed it. The same facts give the same bytes. */
export async function addendumPdf(
  facts: AddendumFacts,
  pictures: ContractPictures,
  verifyAt: string,
): Promise<Uint8Array> {
  const { contract, company, addendum } = facts
  const language = toDocumentLanguage(contract.locale)
  const own = ADDENDUM_WORDS[language]
  const words = { ...CONTRACT_WORDS[language], title: `${own.title(addendum.nth)} ${own.to}` }
  const title = `${words.title} ${contract.number}`
  const sheet = await Sheet.open({
    title,
    author: company.legal_name ?? company.name,
    language,
    accent: company.accent_color,
    logo: pictures.logo,
    madeAt: new Date(addendum.signature.signed_at),
  })
  const page: AddendumPage = { sheet, facts, words, language, pictures, verifyAt, own }
  drawHead(page)
  drawSides(page)
  drawTerms(page)
  drawExchange(page)
  sheet.y += mm(5)
  sheet.paragraph(own.otherwise)
  await drawSignatures(page, { signatures: [addendum.signature] })
  const left = `${company.legal_name ?? company.name} · ${title}`
  const hash = `SHA-256 ${addendum.signature.document_sha256}`
  return sheet.finish({ left, page: CHARGE_WORDS[language].page, hash })
}

/** Everything that is different, and the price either way. */
function drawTerms(page: AddendumPage): void {
  const { sheet, facts, own, words, language } = page
  const { before, after, driver, changed_at } = facts.addendum
  const { currency } = facts.contract
  const at = timeIn(page)
  const money = (rappen: number | null) => (rappen === null ? '–' : formatMoney(rappen, currency))
  const tell: [string, (terms: RentalTerms) => string][] = [
    [words.vehicle, ({ vehicle }) => vehicle],
    [words.plate, ({ plate }) => plate.replaceAll(' ', '\u00A0')],
    [words.vin, ({ vin }) => vin],
    [words.pickup, (terms) => [at(terms.starts_at), terms.pickup_location].filter(Boolean).join('\n')],
    [words.return, (terms) => [at(terms.ends_at), terms.return_location].filter(Boolean).join('\n')],
    [words.included, ({ included_km }) => (included_km === null ? '–' : formatKm(included_km))],
    [words.extraKm, ({ extra_km_rappen }) => money(extra_km_rappen)],
    [own.extras, (terms) => extrasOf(terms, language) || own.none],
  ]
  const rows = tell
    .map(([label, told]) => ({ cells: [label, told(before), told(after)] }))
    .filter(({ cells: [, old, now] }) => old !== now)
  const difference = after.total_rappen - before.total_rappen
  const sign = difference > 0 ? '+ ' : ''
  const label = mm(38)
  const column = (sheet.width - label) / 2
  drawTitle(page, own.changes(at(changed_at)), 60)
  drawTable(
    sheet,
    [
      { title: '', width: label },
      { title: own.before, width: column },
      { title: own.after, width: column },
    ],
    [
      ...rows,
      ...(driver ? [{ cells: [words.furtherDriver, own.none, nameOf(driver)] }] : []),
      { cells: [own.total, money(before.total_rappen), money(after.total_rappen)], strong: true },
      { cells: [own.difference, '', `${sign}${money(difference)}`], strong: true },
    ],
  )
}

/** What the instruments of both vehicles said when they were exchanged. */
function drawExchange(page: AddendumPage): void {
  const { sheet, facts, own, words } = page
  const { readings, before, after } = facts.addendum
  if (!readings) return
  const label = mm(38)
  const column = (sheet.width - label) / 3
  drawTitle(page, own.exchange, 50)
  drawTable(
    sheet,
    [
      { title: '', width: label },
      { title: words.vehicle, width: column },
      { title: words.odometer, width: column },
      { title: words.fuel, width: column },
    ],
    [
      { name: own.back, terms: before, reading: readings.back },
      { name: own.out, terms: after, reading: readings.out },
    ].map(({ name, terms, reading }) => ({
      cells: [
        name,
        terms.plate.replaceAll(' ', '\u00A0'),
        formatKm(reading.odometer_km),
        eighths(reading.fuel_percent),
      ],
    })),
  )
}

function nameOf({
  name,
  licence_number,
}: {
  name: string
  licence_number?: string | null | undefined
}): string {
  return licence_number ? `${name}\n${licence_number}` : name
}

function extrasOf({ extras }: RentalTerms, language: string): string {
  return extras.map(({ names, quantity }) => `${quantity} × ${labelOf(names, language)}`).join(', ')
}

function timeIn({ facts, language }: AddendumPage): (instant: string) => string {
  const options = { timeZone: facts.company.time_zone, locale: language }
  return (instant) => formatDateTime(new Date(instant), options)
}
