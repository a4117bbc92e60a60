import { CircleCheck } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** The vehicles are in; what comes next. */
export function ImportDone({ count }: { count: number }) {
  const t = useTranslations('fleet.import')
  return (
    <EmptyState
      picture={<CircleCheck aria-hidden="true" className="text-active" />}
      title={t('done', { count })}
      className="rounded-lg border bg-surface"
      actions={
        <>
          <Button asChild>
            <Link href="/dashboard/pricing">{t('toPrices')}</Link>
          </Button>
          <Button asChild variant="primary">
            <Link href="/dashboard/fleet">{t('toFleet')}</Link>
          </Button>
        </>
      }
    >
      {t('doneText')}
    </EmptyState>
  )
}
