import { drawChain, drawDocuments } from '@/lib/contracts/dispute/chain'
import type { DisputeFacts } from '@/lib/contracts/dispute/facts'
import { drawHandovers, drawMarks } from '@/lib/contracts/dispute/handovers'
import { drawMessages } from '@/lib/contracts/dispute/messages'
import { drawMoney } from '@/lib/contracts/dispute/money'
import { type DisputePage, timeOn } from '@/lib/contracts/dispute/page'
import { drawPhotoPairs } from '@/lib/contracts/dispute/photo-pairs'
import { DISPUTE_WORDS } from '@/lib/contracts/dispute/words/languages'
import { type ContractPictures, drawTitle } from '@/lib/contracts/documents/page'
import { drawParties } from '@/lib/contracts/documents/parties'
import { CONTRACT_WORDS } from '@/lib/contracts/documents/words/languages'
import { CHARGE_WORDS } from '@/lib/core/documents/charge-words'
import type { DocumentLanguage } from '@/lib/core/documents/language'
import { INK, mm, Sheet } from '@/lib/core/documents/sheet'

type PackOptions = { pictures: ContractPictures; language: DocumentLanguage; verifyAt: string; madeAt: Date }

/** The dispute pack: who agreed to what, how the vehicle left and came back, what was charged, written and proven. */
export async function disputePack(
  facts: DisputeFacts,
  { pictures, language, verifyAt, madeAt }: PackOptions,
): Promise<Uint8Array> {
  const own = DISPUTE_WORDS[language]
  const words = CONTRACT_WORDS[language]
  const name = facts.company.legal_name ?? facts.company.name
  const title = `${own.title}: ${own.about(facts.contract.number)}`
  const { accent_color: accent } = facts.company
  const sheet = await Sheet.open({ title, author: name, language, accent, logo: pictures.logo, madeAt })
  const page: DisputePage = { sheet, facts, words, own, language, pictures, verifyAt }
  drawHead(page, madeAt)
  drawMoney(page)
  await drawHandovers(page)
  drawMarks(page)
  await drawPhotoPairs(page)
  sheet.turn()
  drawMessages(page)
  drawTerms(page)
  drawDocuments(page)
  drawChain(page)
  return sheet.finish({ left: `${name} · ${title}`, page: CHARGE_WORDS[language].page })
}

function drawHead(page: DisputePage, madeAt: Date): void {
  const { sheet, facts, own } = page
  sheet.draw(own.title, sheet.left, sheet.y + 20, { face: sheet.fonts.semibold, size: 20 })
  sheet.y += 30
  const made = own.madeOn(timeOn(page, madeAt.toISOString()), facts.made_by ?? '–')
  sheet.paragraph(made, { color: INK.quiet })
  sheet.y += mm(6)
  drawParties(page)
}

function drawTerms(page: DisputePage): void {
  const { sheet, facts, words } = page
  if (!facts.contract.terms.trim()) return
  drawTitle(page, words.terms(facts.contract.terms_version))
  for (const article of facts.contract.terms.split('\n')) {
    sheet.paragraph(article, { size: 8 })
    sheet.y += 2
  }
}
