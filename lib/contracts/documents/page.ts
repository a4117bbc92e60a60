import type { ContractFacts } from '@/lib/contracts/documents/contract-facts'
import type { ContractWords } from '@/lib/contracts/documents/words/shape'
import type { DocumentLanguage } from '@/lib/core/documents/language'
import { mm, type Sheet } from '@/lib/core/documents/sheet'

/** Pictures a contract shows: the company's logo, the vehicle's sketch, and photos and signatures by their place in storage. */
export type ContractPictures = {
  sketch: Uint8Array | null
  byPath: Map<string, Uint8Array>
  logo?: Uint8Array | undefined
}

/** What every part of the document needs. */
export type ContractPage = {
  sheet: Sheet
  facts: ContractFacts
  words: ContractWords
  language: DocumentLanguage
  pictures: ContractPictures
  /** Address of the page that says whether a document is genuine. */
  verifyAt: string
}

/** The title of a part; it never stands alone at the foot of a page. */
export function drawTitle({ sheet }: ContractPage, title: string, withNext = 40): void {
  sheet.y += mm(7)
  sheet.ensure(22 + withNext)
  sheet.draw(title, sheet.left, sheet.y + 12, { face: sheet.fonts.semibold, size: 12 })
  sheet.y += 20
}
