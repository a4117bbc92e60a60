import { useLocale, useTranslations } from 'next-intl'
import type { Change } from '@/lib/activity/rules'
import { formatDateTime, formatDay } from '@/lib/core/dates'
import { labelOf } from '@/lib/core/labels'
import { formatMoney } from '@/lib/core/money'

const STATUS_KINDS: Record<string, string> = {
  reservations: 'reservation',
  contracts: 'contract',
  vehicles: 'vehicle',
  invoices: 'invoice',
  payments: 'payment',
  deposits: 'deposit',
  damage_cases: 'damage',
}

/** Long texts (terms, notes) are told by their beginning. */
const MOST_CHARACTERS = 120

/** A text in several languages is told by its languages, a list by what is in it. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ')
  return value !== null && typeof value === 'object' ? Object.keys(value).join(', ') : String(value)
}

/** A change in words: `Rückgabe von Sa, 21. Nov. auf So, 22. Nov.`. */
export function useChangeWords(
  table: string,
  { timeZone, currency }: { timeZone: string; currency: string },
): (change: Change) => string {
  const t = useTranslations('activity')
  const toText = useValueText(table, timeZone, currency)
  return (change) => {
    const { column, before, after } = change
    const name = t.has(`columns.${column}`) ? t(`columns.${column}`) : column.replaceAll('_', ' ')
    const told = {
      column: name,
      before: before === null ? '' : toText(change, before),
      after: after === null ? '' : toText(change, after),
    }
    // An empty list is nothing, like what was never written.
    if (told.before === '') return t('changes.set', told)
    return told.after === '' ? t('changes.cleared', told) : t('changes.moved', told)
  }
}

function useValueText(table: string, timeZone: string, currency: string) {
  const t = useTranslations('activity')
  const status = useTranslations('ui.status')
  const roles = useTranslations('shell.roles')
  const locale = useLocale()
  return ({ kind, column }: Change, value: unknown): string => {
    switch (kind) {
      case 'money':
        return formatMoney(Number(value), currency)
      case 'instant':
        return formatDateTime(new Date(String(value)), { timeZone, locale })
      case 'date':
        return formatDay(String(value), locale)
      case 'yes_no':
        return t(value ? 'yes' : 'no')
      case 'names':
        return labelOf(value, locale)
      case 'status': {
        const key = `${STATUS_KINDS[table]}.${value}`
        return status.has(key) ? status(key) : String(value)
      }
      default: {
        if (column === 'role' && roles.has(String(value))) return roles(String(value))
        const text = textOf(value)
        return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text
      }
    }
  }
}
