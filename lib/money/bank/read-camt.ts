import { SaxesParser } from 'saxes'
import { AppError } from '@/lib/core/errors'
import type { Element } from '@/lib/money/bank/element'
import { type BankEntry, type Credit, creditsOf, keyed } from '@/lib/money/bank/entries'

/** More payments than that belong into several files. */
export const MOST_ENTRIES = 20_000
const MOST_DEPTH = 40
const KIND = /^urn:iso:std:iso:20022:tech:xsd:(camt\.05[34]\.001\.\d{2})$/

/** `accounts`: whose statements it holds, by IBAN. */
export type BankFile = { format: string; accounts: string[]; entries: BankEntry[] }

/**
 * Reads account statements and credit notifications (camt.053, camt.054, any version) piece by piece: one booking at a
 * time is held in memory. A document type is refused before it is read, so no entity is ever expanded.
 * @throws AppError `bank_file_broken` · `bank_file_entities` · `bank_file_kind` · `bank_file_entry` · `bank_file_too_many`
 */
export class CamtReader {
  private readonly parser = new SaxesParser({ xmlns: true })
  private readonly credits: Credit[] = []
  private format: string | null = null
  /** From the booking being read down to where we are; outside of bookings only depth counts. */
  private open: Element[] = []
  private path: string[] = []
  private text = ''
  private account = ''
  private readonly accounts = new Set<string>()
  private payments = 0

  constructor() {
    const { parser } = this
    parser.on('error', () => {
      throw new AppError('bank_file_broken', { details: { line: parser.line } })
    })
    parser.on('doctype', () => {
      throw new AppError('bank_file_entities')
    })
    parser.on('opentag', ({ local, uri, attributes }) =>
      this.enter(local, uri, attributes.Ccy?.value ?? null),
    )
    parser.on('text', (text) => this.hear(text))
    parser.on('cdata', (text) => this.hear(text))
    parser.on('closetag', () => this.leave())
  }

  read(piece: string): void {
    this.parser.write(piece)
  }

  end(): BankFile {
    this.parser.close()
    if (!this.format) throw new AppError('bank_file_kind')
    return { format: this.format, accounts: [...this.accounts], entries: keyed(this.credits) }
  }

  private enter(name: string, uri: string, currency: string | null) {
    if (this.path.length === 0) {
      this.format = KIND.exec(uri)?.[1] ?? null
      if (!this.format || name !== 'Document') throw new AppError('bank_file_kind')
    }
    if (this.path.length >= MOST_DEPTH)
      throw new AppError('bank_file_broken', { details: { line: this.parser.line } })
    this.path.push(name)
    this.text = ''
    if (name === 'Stmt' || name === 'Ntfctn') this.account = ''
    if (name === 'Ntry' || this.open.length > 0) this.begin({ name, text: '', currency, children: [] })
  }

  private of(account: string) {
    this.account = account
    this.accounts.add(account)
  }

  private begin(element: Element) {
    if ((element.name === 'Ntry' || element.name === 'TxDtls') && ++this.payments > 2 * MOST_ENTRIES)
      throw new AppError('bank_file_too_many', { details: { most: MOST_ENTRIES } })
    this.open.at(-1)?.children.push(element)
    this.open.push(element)
  }

  private hear(text: string) {
    this.text += text
  }

  private leave() {
    const name = this.path.pop()
    const element = this.open.pop()
    if (element) element.text = element.children.length > 0 ? '' : this.text
    else if (name === 'IBAN' && this.path.at(-2) === 'Acct') this.of(this.text.replace(/\s/g, ''))
    this.text = ''
    if (!element || this.open.length > 0) return
    this.credits.push(...creditsOf(element, this.account, this.parser.line))
    if (this.credits.length > MOST_ENTRIES)
      throw new AppError('bank_file_too_many', { details: { most: MOST_ENTRIES } })
  }
}
