import { FileSignature } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** No contract yet: says that a pickup makes one, and leads there. */
export function EmptyContracts() {
  const t = useTranslations('contracts.empty')
  return (
    <EmptyState
      picture={<FileSignature aria-hidden="true" />}
      title={t('title')}
      className="rounded-lg border bg-surface"
      actions={
        <Button asChild variant="primary">
          <Link href="/dashboard/reservations">{t('reservations')}</Link>
        </Button>
      }
    >
      {t('text')}
    </EmptyState>
  )
}
