import type { CashEntry } from '@/lib/money/cash/queries'

type Translate = (key: string) => string

/** What an entry of the cash book is called, and what it was for; `t` reads `money.cash`. */
export function entryWords(t: Translate, { kind, subject }: Pick<CashEntry, 'kind' | 'subject'>) {
  const { number, customer, reason, entry } = subject
  return {
    title: t(kind === 'cash_entry' ? `entries.${entry ?? 'transfer'}` : `kinds.${kind}`),
    detail: [number, customer, reason].filter(Boolean).join(' · '),
  }
}
