import { createHash } from 'node:crypto'
import { AppError } from '@/lib/core/errors'
import { all, type Element, find, textAt } from '@/lib/money/bank/element'

/** Money that came in, as a bank's file tells it. */
export type Credit = {
  /** How the bank calls this payment; some banks call many the same. */
  bankReference: string
  amountRappen: number
  currency: string
  bookedOn: string
  reference: string | null
  debtorName: string | null
  debtorIban: string | null
  message: string | null
  /** The bank's own reference of the booking, which may stand for many payments. */
  booking: string | null
  /** A sum without its payments; another file may bring them. */
  isCollective: boolean
}

/** `key` is the same whichever file tells of it. */
export type BankEntry = Omit<Credit, 'bankReference'> & { key: string }

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/
const REFERENCE = /^(\d{27}|RF\d{2}[0-9A-Z]{1,21})$/

/**
 * The credits of one booking (`Ntry`), one for each payment where the bank lists them. Debits, reversals and what is
 * only announced are none.
 * @throws AppError `bank_file_entry` with the line
 */
export function creditsOf(booking: Element, account: string, line: number): Credit[] {
  const status = textAt(booking, 'Sts/Cd', 'Sts')
  if (textAt(booking, 'CdtDbtInd') !== 'CRDT' || textAt(booking, 'RvslInd') === 'true') return []
  if (status === 'PDNG' || status === 'INFO' || status === 'FUTR') return []
  const details = all(booking, 'NtryDtls', 'TxDtls')
  const total = amountOf(find(booking, 'Amt'), line)
  const bookedOn = textAt(booking, 'BookgDt/Dt', 'BookgDt/DtTm', 'ValDt/Dt', 'ValDt/DtTm')?.slice(0, 10)
  if (!bookedOn || !DAY.test(bookedOn)) throw new AppError('bank_file_entry', { details: { line } })
  const own = [textAt(booking, 'AcctSvcrRef', 'NtryRef')].find((told) => told && told !== 'NOTPROVIDED')
  const bankReference = `${account} ${own ?? ''}`
  const common = { bookedOn, bankReference, booking: own ? bankReference.slice(0, 80) : null }
  if (details.length === 0) {
    return [
      {
        ...common,
        ...total,
        ...nobody,
        message: short(textAt(booking, 'AddtlNtryInf'), 500),
        isCollective: true,
      },
    ]
  }
  return details
    .filter((detail) => textAt(detail, 'CdtDbtInd') !== 'DBIT')
    .map((detail) => ({
      ...common,
      bankReference: `${bankReference} ${textAt(detail, 'Refs/AcctSvcrRef', 'Refs/TxId', 'Refs/EndToEndId') ?? ''}`,
      ...(details.length === 1
        ? total
        : amountOf(find(detail, 'Amt') ?? find(detail, 'AmtDtls/TxAmt/Amt'), line)),
      ...payerOf(detail),
      isCollective: false,
    }))
    .filter(({ amountRappen }) => amountRappen > 0)
}

const nobody = { reference: null, debtorName: null, debtorIban: null }

/** Who paid, for what. A reference written into the message by hand counts like one in its place. */
function payerOf(detail: Element) {
  const structured = textAt(detail, 'RmtInf/Strd/CdtrRefInf/Ref')
  const message =
    all(detail, 'RmtInf', 'Ustrd')
      .map(({ text }) => text.trim())
      .join(' ') || textAt(detail, 'RmtInf/Strd/AddtlRmtInf', 'AddtlTxInf')
  return {
    reference: asReference(structured) ?? asReference(message),
    debtorName: short(
      textAt(
        detail,
        'RltdPties/Dbtr/Nm',
        'RltdPties/Dbtr/Pty/Nm',
        'RltdPties/UltmtDbtr/Nm',
        'RltdPties/UltmtDbtr/Pty/Nm',
      ),
      140,
    ),
    debtorIban: short(textAt(detail, 'RltdPties/DbtrAcct/Id/IBAN')?.replace(/\s/g, ''), 34),
    message: short(message, 500),
  }
}

function asReference(text: string | undefined): string | null {
  const packed = (text ?? '').replace(/\s/g, '').toUpperCase()
  return REFERENCE.test(packed) ? packed : null
}

/** An amount to the rappen, read digit by digit. */
function amountOf(element: Element | undefined, line: number) {
  const [, francs, , rappen = ''] = /^(\d{1,9})(\.(\d{1,5}))?$/.exec(element?.text.trim() ?? '') ?? []
  const digits = rappen.padEnd(2, '0')
  if (!francs || !element?.currency || !/^0*$/.test(digits.slice(2)))
    throw new AppError('bank_file_entry', { details: { line } })
  return { amountRappen: Number(francs) * 100 + Number(digits.slice(0, 2)), currency: element.currency }
}

/** Gives each entry its key: what every file of the bank says of it, and its place among those of which it says the same. */
export function keyed(credits: Credit[]): BankEntry[] {
  const seen = new Map<string, number>()
  return credits.map(({ bankReference, ...entry }) => {
    const told = [bankReference, entry.bookedOn, entry.amountRappen, entry.reference]
    const digest = createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 40)
    const nth = seen.get(digest) ?? 0
    seen.set(digest, nth + 1)
    return { ...entry, key: `${digest}:${nth}` }
  })
}

function short(text: string | undefined, most: number): string | null {
  // Control characters have no place on a screen, and PostgreSQL takes no NUL.
  return (
    text
      ?.replace(/\p{Cc}+/gu, ' ')
      .slice(0, most)
      .trim() || null
  )
}
