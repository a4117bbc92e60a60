import { ArrowLeftRight } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { mergeCustomersAction } from '@/app/(dashboard)/dashboard/customers/record-actions'
import { formatPhone } from '@/components/customers/phone'
import { ConfirmAction } from '@/components/dashboard/confirm-action'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { formatDay } from '@/lib/core/dates'
import type { MergePreview } from '@/lib/customers/duplicates'

/** Facts a merge decides about, in the order of the form. */
const SHOWN = [
  ...[
    'number',
    'name',
    'email',
    'phone',
    'birth_date',
    'street',
    'house_number',
    'postal_code',
    'town',
    'country',
  ],
  ...['canton', 'language', 'nationality', 'id_document_kind', 'id_document_number', 'id_document_country'],
  ...['id_document_expires_on', 'ahv_number', 'uid_number', 'tags', 'custom', 'notes', 'blocked_reason'],
]

type MergeViewProps = {
  pair: { keepId: string; dropId: string }
  preview: MergePreview
  /** What the company's own fields are called, by their keys. */
  fieldNames: Record<string, string>
}

/** Both records and what would be left of them, what goes over, and the button. */
export function MergeView({ pair: { keepId, dropId }, preview, fieldNames }: MergeViewProps) {
  const t = useTranslations('customers.merge')
  const locale = useLocale()
  const columns = useTranslations('activity.columns')
  const { keep, drop, merged, moves } = preview
  const customers = useTranslations('customers')
  /** Codes in words, days as they are written here. */
  const shown = (column: string, record: Record<string, unknown>) => {
    if (column === 'custom') return ownFields(record.custom, fieldNames)
    const value = text(record[column])
    if (value && column === 'language') return customers(`languages.${value}`)
    if (value && column === 'id_document_kind') return customers(`form.idDocuments.${value}`)
    if (value && column === 'phone') return formatPhone(value)
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value, locale) : value
  }
  const rows = SHOWN.filter((column) => text(keep[column]) || text(drop[column]))
  const moved = Object.entries(moves)
    .filter(([table]) => t.has(`moves.${table}`))
    .map(([table, count]) => t(`moves.${table}`, { count }))
  const names = { keep: text(keep.name), drop: text(drop.name), number: text(drop.number) }
  return (
    <>
      <Table caption={t('title')}>
        <TableHead>
          <TableHeader>{t('fact')}</TableHeader>
          <TableHeader>{t('keep')}</TableHeader>
          <TableHeader>{t('drop')}</TableHeader>
          <TableHeader>{t('merged')}</TableHeader>
        </TableHead>
        <tbody>
          {rows.map((column) => {
            const left = shown(column, merged)
            return (
              <TableRow key={column}>
                <TableCell className="text-muted">{columns(column)}</TableCell>
                {[shown(column, keep), shown(column, drop)].map((value, side) => (
                  <TableCell
                    key={side === 0 ? 'keep' : 'drop'}
                    className={cn(
                      'max-w-56 whitespace-pre-line',
                      value !== left && 'text-muted line-through',
                    )}
                  >
                    {value}
                  </TableCell>
                ))}
                <TableCell className="max-w-56 whitespace-pre-line font-medium">{left}</TableCell>
              </TableRow>
            )
          })}
        </tbody>
      </Table>
      <p className="text-sm">
        {moved.length > 0 ? t('movesText', { name: names.keep, what: moved.join(', ') }) : t('movesNone')}
      </p>
      <div className="flex flex-wrap gap-2">
        <ConfirmAction
          trigger={<Button variant="primary">{t('submit')}</Button>}
          title={t('confirmTitle', names)}
          consequences={[t('confirmGone', names), t('confirmHistory'), t('confirmFinal')]}
          confirmLabel={t('submit')}
          tone="primary"
          action={mergeCustomersAction}
          input={{ keepId, dropId }}
          done={t('done')}
        />
        <Button asChild>
          <Link href={`?keep=${dropId}&drop=${keepId}`}>
            <ArrowLeftRight aria-hidden="true" />
            {t('swap')}
          </Link>
        </Button>
      </div>
    </>
  )
}

function text(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value === 'object') return ownFields(value, {})
  return String(value)
}

/** The company's own fields, a line each; one that exists no more keeps its key. */
function ownFields(values: unknown, names: Record<string, string>): string {
  return Object.entries(values ?? {})
    .map(([key, value]) => `${names[key] ?? key}: ${value}`)
    .join('\n')
}
