import { useTranslations } from 'next-intl'
import { FLEET_COLUMNS, REQUIRED_COLUMNS } from '@/lib/fleet/import/columns'

/** Which columns a list needs and may have. */
export function ColumnHelp({ currency }: { currency: string }) {
  const t = useTranslations('fleet.import')
  const named = (columns: string[]) => columns.map((column) => t(`columns.${column}`)).join(', ')
  const optional = FLEET_COLUMNS.filter((column) => !REQUIRED_COLUMNS.includes(column))
  return (
    <details className="text-muted text-sm">
      <summary className="w-fit rounded-sm font-medium text-ink">{t('columnsTitle')}</summary>
      <p className="mt-2 max-w-prose">
        {t('columnsText', { required: named(REQUIRED_COLUMNS), optional: named(optional) })}
      </p>
      <p className="mt-2 max-w-prose">{t('columnsEmpty', { currency })}</p>
    </details>
  )
}
