import { useLocale, useTranslations } from 'next-intl'
import { Money } from '@/components/ui/money'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { labelOf } from '@/lib/core/labels'
import type { UpsellReport } from '@/lib/pricing/upsell-report'

/** What offering more after booking brought: how often it was seen, taken and declined, and the money. */
export function UpsellTable({ report, currency }: { report: UpsellReport; currency: string }) {
  const t = useTranslations('pricing.upsells')
  const locale = useLocale()
  if (report.length === 0) return <p className="text-muted text-sm">{t('none')}</p>
  return (
    <Table caption={t('title')}>
      <TableHead>
        <TableHeader>{t('extra')}</TableHeader>
        <TableHeader numeric>{t('offered')}</TableHeader>
        <TableHeader numeric className="max-sm:hidden">
          {t('byMessage')}
        </TableHeader>
        <TableHeader numeric>{t('taken')}</TableHeader>
        <TableHeader numeric className="max-sm:hidden">
          {t('asked')}
        </TableHeader>
        <TableHeader numeric className="max-sm:hidden">
          {t('declined')}
        </TableHeader>
        <TableHeader numeric>{t('earned', { currency })}</TableHeader>
      </TableHead>
      <tbody>
        {report.map((row) => (
          <TableRow key={row.id}>
            <TableCell className="font-medium">
              {row.kind === 'category'
                ? t('upgrade', { category: labelOf(row.names, locale) })
                : labelOf(row.names, locale)}
            </TableCell>
            <TableCell numeric>{row.offered}</TableCell>
            <TableCell numeric className="max-sm:hidden">
              {row.byMessage}
            </TableCell>
            <TableCell numeric>{row.taken}</TableCell>
            <TableCell numeric className="max-sm:hidden">
              {row.asked}
            </TableCell>
            <TableCell numeric className="max-sm:hidden">
              {row.declined}
            </TableCell>
            <TableCell numeric>
              <Money amountRappen={row.earnedRappen} bare />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  )
}
