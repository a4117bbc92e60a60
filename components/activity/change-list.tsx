import { useLocale, useTranslations } from 'next-intl'
import type { Change } from '@/lib/activity/rules'
import { formatDateTime } from '@/lib/core/dates'
import { labelOf } from '@/lib/core/labels'
import { formatMoney } from '@/lib/core/money'

type ChangeListProps = { table: string; changes: Change[]; timeZone: string }

/** What an entry changed: each column's name, what was there, what is there now. */
export function ChangeList({ table, changes, timeZone }: ChangeListProps) {
  const t = useTranslations('activity')
  const toText = useValueText(table, timeZone)
  if (changes.length === 0) return null
  return (
    <ul className="grid gap-0.5 text-muted text-xs">
      {changes.map((change) => {
        const { column, before, after } = change
        return (
          <li key={column} className="break-words">
            {t.has(`columns.${column}`) ? t(`columns.${column}`) : column.replaceAll('_', ' ')}:{' '}
            {before !== null && (
              <span className="line-through decoration-faint">{toText(change, before)}</span>
            )}
            {before !== null && <span aria-hidden="true"> → </span>}
            <span className="text-ink">{after === null ? t('nothing') : toText(change, after)}</span>
          </li>
        )
      })}
    </ul>
  )
}

const STATUS_KINDS: Record<string, string> = {
  reservations: 'reservation',
  contracts: 'contract',
  vehicles: 'vehicle',
  invoices: 'invoice',
  payments: 'payment',
  deposits: 'deposit',
}

/** Long texts (terms, notes) are told by their beginning. */
const MOST_CHARACTERS = 120

/** A text in several languages is told by its languages, a list by what is in it. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ')
  return value !== null && typeof value === 'object' ? Object.keys(value).join(', ') : String(value)
}

function useValueText(table: string, timeZone: string) {
  const t = useTranslations('activity')
  const status = useTranslations('ui.status')
  const roles = useTranslations('shell.roles')
  const locale = useLocale()
  return ({ kind, column }: Change, value: unknown): string => {
    switch (kind) {
      case 'money':
        return formatMoney(Number(value))
      case 'instant':
        return formatDateTime(new Date(String(value)), { timeZone, locale })
      case 'date':
        return String(value).split('-').reverse().join('.')
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
