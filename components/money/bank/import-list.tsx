import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import type { BankImport } from '@/lib/money/bank/queries'

type ImportListProps = { imports: BankImport[]; currency: string; timeZone: string }

/** The files that were read, the latest first. */
export function ImportList({ imports, currency, timeZone }: ImportListProps) {
  const t = useTranslations('bank')
  return (
    <Card title={t('files')} flush>
      <ul className="divide-y">
        {imports.map((file) => (
          <li
            key={file.id}
            className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 px-4 py-3 text-sm"
          >
            <span className="min-w-0 break-all font-medium">{file.fileName}</span>
            <Money amountRappen={file.totalRappen} currency={currency} className="font-medium" />
            <span className="w-full text-muted text-xs">
              <DateTime instant={file.at} timeZone={timeZone} /> · {file.format} ·{' '}
              {t('fileCount', { count: file.newCount })}
              {file.knownCount > 0 && ` · ${t('fileKnown', { count: file.knownCount })}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
