import { drawCondition } from '@/lib/contracts/documents/condition'
import type { ContractFacts } from '@/lib/contracts/documents/contract-facts'
import { type ContractPage, type ContractPictures, drawTitle } from '@/lib/contracts/documents/page'
import { drawParties } from '@/lib/contracts/documents/parties'
import { drawPhotos } from '@/lib/contracts/documents/photos'
import { drawSignatures } from '@/lib/contracts/documents/signatures'
import { CONTRACT_WORDS } from '@/lib/contracts/documents/words/languages'
import { CHARGE_WORDS } from '@/lib/core/documents/charge-words'
import { drawCharges, drawTotals } from '@/lib/core/documents/charges'
import { toDocumentLanguage } from '@/lib/core/documents/language'
import { mm, Sheet } from '@/lib/core/documents/sheet'
import { formatMoney } from '@/lib/core/money'

/**
 * The rental contract as it was signed at the pickup: parties, price, condition, terms, signatures, photos. What
 * happened later does not belong in it, so that late or repeated writing gives the same bytes.
 */
export async function contractPdf(
  facts: ContractFacts,
  pictures: ContractPictures,
  verifyAt: string,
): Promise<Uint8Array> {
  const { contract, company } = facts
  const language = toDocumentLanguage(contract.locale)
  const words = CONTRACT_WORDS[language]
  const pickup = facts.handovers?.find(({ kind }) => kind === 'pickup')
  const sheet = await Sheet.open({
    title: `${words.title} ${contract.number}`,
    author: company.legal_name ?? company.name,
    language,
    accent: company.accent_color,
    logo: pictures.logo,
    madeAt: new Date(pickup?.completed_at ?? contract.starts_at),
  })
  const page: ContractPage = { sheet, facts, words, language, pictures, verifyAt }
  drawParties(page)
  drawPrice(page)
  if (pickup) await drawCondition(page, pickup)
  drawTerms(page)
  if (pickup) {
    await drawSignatures(page, pickup)
    await drawPhotos(page, pickup, words.photos)
  }
  const left = `${company.legal_name ?? company.name} · ${words.title} ${contract.number}`
  const hash = contract.content_sha256 ? `SHA-256 ${contract.content_sha256}` : undefined
  return sheet.finish({ left, page: CHARGE_WORDS[language].page, ...(hash && { hash }) })
}

/** What was agreed at booking; the rest is added by the return. */
const AGREED = ['rental', 'discount', 'fee', 'extra', 'rounding']

function drawPrice(page: ContractPage): void {
  const { sheet, facts, words, language } = page
  const { contract, deposit } = facts
  const agreed = facts.lines.filter(({ kind }) => AGREED.includes(kind))
  drawTitle(page, words.charges, 60)
  drawCharges(sheet, agreed, { language, currency: contract.currency })
  const total = {
    label: CHARGE_WORDS[language].total,
    amountRappen: contract.price.total_rappen,
    strong: true,
  }
  const { vat, excess_rappen: excess } = contract.price
  drawTotals(sheet, { sums: [total], vat, language, currency: contract.currency })
  const money = (rappen: number) => formatMoney(rappen, contract.currency)
  const notes = [
    ...(deposit
      ? [`${words.deposit(money(deposit.amount_rappen))}, ${words.depositMethods[deposit.method]}`]
      : []),
    ...(excess == null ? [] : [words.excess(money(excess))]),
  ]
  if (notes.length > 0) sheet.y += mm(3)
  for (const note of notes) sheet.paragraph(note)
}

function drawTerms(page: ContractPage): void {
  const { sheet, facts, words } = page
  if (!facts.contract.terms.trim()) return
  drawTitle(page, words.terms(facts.contract.terms_version))
  for (const article of facts.contract.terms.split('\n')) {
    sheet.paragraph(article, { size: 8.5 })
    sheet.y += 2
  }
}
