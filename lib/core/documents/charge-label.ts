import { CHARGE_WORDS, type ChargeWords } from '@/lib/core/documents/charge-words'
import type { DocumentLanguage } from '@/lib/core/documents/language'
import { labelOf } from '@/lib/core/labels'

/** What a line of a contract or an invoice can be. */
export const CHARGE_KINDS = [
  'rental',
  'discount',
  'fee',
  'extra',
  'rounding',
  'extra_km',
  'fuel',
  'lateness',
  'damage',
  'manual',
] as const

type NamedCharge = {
  kind: (typeof CHARGE_KINDS)[number]
  code: string
  names?: Record<string, string> | null
}

/** What a line is called in a language. */
export function chargeLabel(line: NamedCharge, language: DocumentLanguage): string {
  const words = CHARGE_WORDS[language]
  const named = (word: string | undefined) =>
    [word ?? line.code, labelOf(line.names, language)].filter(Boolean).join(' · ')
  if (line.kind === 'rental') return named(words.rental[line.code as keyof ChargeWords['rental']])
  if (line.kind === 'discount') return named(words.discount[line.code as keyof ChargeWords['discount']])
  if (line.kind === 'fee') return words.fee[line.code as keyof ChargeWords['fee']] ?? line.code
  if (line.kind === 'rounding') return words.rounding
  if (line.kind === 'extra' || line.kind === 'manual') return labelOf(line.names, language) || line.code
  if (line.kind === 'damage') {
    return `${words.damage}: ${words.damages[line.code as keyof ChargeWords['damages']] ?? line.code}`
  }
  if (line.kind === 'fuel') return line.code === 'charge' ? words.charge : words.fuel
  return { extra_km: words.extra_km, lateness: words.late_return }[line.kind]
}

/** What a line counts in, where that explains its sum: kilometres, litres, kWh. */
export function chargeUnit({ kind, code }: NamedCharge, language: DocumentLanguage): string | undefined {
  const { km, litre, kwh } = CHARGE_WORDS[language].units
  if (kind === 'extra_km') return km
  return kind === 'fuel' ? (code === 'charge' ? kwh : litre) : undefined
}
