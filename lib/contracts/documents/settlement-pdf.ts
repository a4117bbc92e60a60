import { alongOf, drawMarks, eighths } from '@/lib/contracts/documents/condition'
import type { ContractHandover, SettlementFacts } from '@/lib/contracts/documents/contract-facts'
import { type ContractPage, type ContractPictures, drawTitle } from '@/lib/contracts/documents/page'
import { drawParties } from '@/lib/contracts/documents/parties'
import { drawPhotos } from '@/lib/contracts/documents/photos'
import { drawSignatures } from '@/lib/contracts/documents/signatures'
import { CONTRACT_WORDS } from '@/lib/contracts/documents/words/languages'
import { SETTLEMENT_WORDS, type SettlementWords } from '@/lib/contracts/documents/words/settlement'
import { legsOf } from '@/lib/contracts/rules'
import { formatDateTime } from '@/lib/core/dates'
import { formatKm } from '@/lib/core/distance'
import { CHARGE_WORDS } from '@/lib/core/documents/charge-words'
import { drawCharges, drawTotals, type Sum } from '@/lib/core/documents/charges'
import { type DocumentLanguage, toDocumentLanguage } from '@/lib/core/documents/language'
import { mm, Sheet } from '@/lib/core/documents/sheet'
import { drawTable } from '@/lib/core/documents/table'
import { formatMoney } from '@/lib/core/money'

type Debt = Pick<SettlementFacts, 'creditor' | 'debtor' | 'reference'> & {
  amountRappen: number
  currency: string
  message: string
}

/** Finds what draws the payment slip of a debt, null where there is none to print; slips are drawn by money, so it is handed in. */
export type FindSlip = (debt: Debt) => ((sheet: Sheet, language: DocumentLanguage) => void) | null

/** Minutes a return may come before its time without a word about it. */
const EARLY_MINUTES = 60

/** What a slip takes of a page's type area, with a few lines above it. */
const SLIP_AND_REQUEST = mm(115)

type SettlementPage = Omit<ContractPage, 'facts'> & { facts: SettlementFacts; own: SettlementWords }

/**
 * What a rental came to, as it was signed at the return: readings of both ends, what is charged, what was paid, what is
 * due with its payment slip, new damage. The same facts give the same bytes.
 */
export async function settlementPdf(
  facts: SettlementFacts,
  pictures: ContractPictures,
  findSlip: FindSlip,
  verifyAt: string,
): Promise<Uint8Array> {
  const { contract, company } = facts
  const language = toDocumentLanguage(contract.locale)
  const own = SETTLEMENT_WORDS[language]
  const words = { ...CONTRACT_WORDS[language], title: own.title }
  const back = facts.handovers?.find(({ kind }) => kind === 'return')
  const sheet = await Sheet.open({
    title: `${own.title} ${contract.number}`,
    author: company.legal_name ?? company.name,
    language,
    accent: company.accent_color,
    logo: pictures.logo,
    madeAt: new Date(back?.completed_at ?? contract.ends_at),
  })
  const page: SettlementPage = { sheet, facts, words, language, pictures, verifyAt, own }
  drawParties(page)
  const legs = legsOf(facts.handovers ?? [])
  for (const leg of legs) if (leg.back) drawReadings(page, leg.out, leg.back, legs.length > 1)
  if (back) drawEarly(page, back)
  const dueRappen = drawMoney(page)
  const drawSlip = findSlip({
    creditor: facts.creditor,
    debtor: facts.debtor,
    reference: facts.reference,
    amountRappen: dueRappen,
    currency: contract.currency,
    message: own.message(contract.number),
  })
  if (!drawSlip) drawRequest(page, dueRappen, false)
  const damaged = comeBack(facts.handovers).filter(({ damages }) => damages.length > 0)
  const titleOf = (side: ContractHandover) => withPlate(own.newDamage, side, legs.length > 1)
  for (const side of damaged) {
    drawTitle(page, titleOf(side))
    await drawMarks(page, side.damages)
  }
  if (back) await drawSignatures(page, back)
  // What is charged for is shown; photos without a mark stay in the comparison.
  for (const side of damaged) await drawPhotos(page, { ...side, photos: markedPhotos(side) }, titleOf(side))
  if (drawSlip) {
    // The request stands above its slip, on the same page.
    sheet.ensure(SLIP_AND_REQUEST)
    drawRequest(page, dueRappen, true)
    drawSlip(sheet, language)
  }
  const left = `${company.legal_name ?? company.name} · ${own.title} ${contract.number}`
  return sheet.finish({ left, page: CHARGE_WORDS[language].page })
}

/** Every vehicle as it came back: at the return, or left behind where it was exchanged. */
export function comeBack(handovers: SettlementFacts['handovers']): ContractHandover[] {
  return legsOf(handovers ?? []).flatMap(({ back }) => back ?? [])
}

function withPlate(title: string, { plate }: ContractHandover, isExchanged: boolean): string {
  return isExchanged && plate ? `${title}: ${plate.replaceAll(' ', '\u00A0')}` : title
}

/** The photos that show a damage. */
export function markedPhotos({ photos, damages }: ContractHandover): ContractHandover['photos'] {
  return photos.filter(({ id }) => damages.some(({ photo_id }) => photo_id === id))
}

/** Of a vehicle both ends beside each other, and what lies between them. */
function drawReadings(
  page: SettlementPage,
  pickup: ContractHandover,
  back: ContractHandover,
  isExchanged: boolean,
): void {
  const { sheet, facts, words, own, language } = page
  const { contract, company } = facts
  const at = (instant: string | null) =>
    instant ? formatDateTime(new Date(instant), { timeZone: company.time_zone, locale: language }) : '–'
  const km = (value: number | null) => (value === null ? '–' : formatKm(value))
  const fuel = (value: number | null) => (value === null ? '–' : eighths(value))
  const clean = ({ clean }: ContractHandover) => (clean === false ? words.notClean : words.clean)
  const along = (side: ContractHandover) => alongOf(page, side).join(', ')
  const label = mm(34)
  const column = (sheet.width - label) / 3
  drawTitle(page, withPlate(own.readings, back, isExchanged))
  drawTable(
    sheet,
    [
      { title: '', width: label },
      { title: words.pickup, width: column },
      { title: words.return, width: column },
      { title: own.driven, width: column },
    ],
    [
      { cells: [own.when, at(pickup.completed_at), at(back.completed_at), ''] },
      {
        cells: [
          words.odometer,
          km(pickup.odometer_km),
          km(back.odometer_km),
          `${km((back.odometer_km ?? 0) - (pickup.odometer_km ?? 0))} (${own.includedKm} ${formatKm(contract.included_km)})`,
        ],
      },
      { cells: [words.fuel, fuel(pickup.fuel_percent), fuel(back.fuel_percent), ''] },
      { cells: [words.cleanliness, clean(pickup), clean(back), ''] },
      ...(along(pickup) || along(back) ? [{ cells: [own.things, along(pickup), along(back), ''] }] : []),
    ],
  )
}

/** A return well before its time is explained: the agreed time is what is charged. */
function drawEarly(page: SettlementPage, back: ContractHandover): void {
  const { sheet, facts, own, language } = page
  const { contract, company } = facts
  const at = (instant: string | null) =>
    instant ? formatDateTime(new Date(instant), { timeZone: company.time_zone, locale: language }) : '–'
  const early = Date.parse(contract.ends_at) - Date.parse(back.completed_at ?? contract.ends_at)
  if (early < EARLY_MINUTES * 60_000) return
  sheet.y += mm(3)
  sheet.paragraph(own.early(at(back.completed_at), at(contract.ends_at)))
}

/** All lines with their sum, what was paid, and what is left: that is the answer. */
function drawMoney(page: SettlementPage): number {
  const { sheet, facts, own, language } = page
  const { lines, payments, vat, contract } = facts
  const totalRappen = lines.reduce((sum, { amount_rappen }) => sum + amount_rappen, 0)
  const paidRappen = payments.reduce((sum, { amount_rappen }) => sum + amount_rappen, 0)
  const dueRappen = totalRappen - paidRappen
  const received = payments.map(({ purpose, amount_rappen }) => ({
    label: purpose === 'booking_deposit' ? own.prepaid : own.received,
    amountRappen: 0 - amount_rappen,
  }))
  const left: Sum = {
    label: dueRappen < 0 ? own.credit : own.due,
    amountRappen: Math.abs(dueRappen),
    strong: true,
  }
  const sums = [{ label: CHARGE_WORDS[language].total, amountRappen: totalRappen }, ...received, left]
  drawTitle(page, own.charges, 60)
  drawCharges(sheet, lines, { language, currency: contract.currency })
  drawTotals(sheet, { sums, vat, language, currency: contract.currency })
  return dueRappen
}

function drawRequest({ sheet, facts, own }: SettlementPage, dueRappen: number, hasSlip: boolean): void {
  const amount = formatMoney(Math.abs(dueRappen), facts.contract.currency)
  sheet.y += mm(4)
  if (dueRappen === 0) sheet.paragraph(own.settled)
  else if (dueRappen < 0) sheet.paragraph(own.creditFollows(amount))
  else sheet.paragraph(hasSlip ? own.slip(amount) : own.owed(amount))
}
