import { ReceiptText } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** No invoice yet: says where one comes from, and leads there. */
export function EmptyInvoices() {
  const t = useTranslations('money.empty')
  return (
    <EmptyState
      picture={<ReceiptText aria-hidden="true" />}
      title={t('title')}
      className="rounded-lg border bg-surface"
      actions={
        <Button asChild variant="primary">
          <Link href="/dashboard/contracts">{t('contracts')}</Link>
        </Button>
      }
    >
      {t('text')}
    </EmptyState>
  )
}
