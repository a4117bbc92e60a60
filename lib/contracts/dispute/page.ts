import type { DisputeFacts } from '@/lib/contracts/dispute/facts'
import type { DisputeWords } from '@/lib/contracts/dispute/words/shape'
import type { ContractPage } from '@/lib/contracts/documents/page'
import { formatDateTime } from '@/lib/core/dates'

/** A contract's page with what a dispute adds to it. */
export type DisputePage = ContractPage & { facts: DisputeFacts; own: DisputeWords }

/** An instant as the company's clock shows it. */
export function timeOn({ facts, language }: DisputePage, instant: string): string {
  return formatDateTime(new Date(instant), { timeZone: facts.company.time_zone, locale: language })
}
