import { SearchX } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** A list whose filters leave nothing; leads back to all of it. */
export function NothingFound({ href }: { href: string }) {
  const t = useTranslations('dashboard.nothingFound')
  return (
    <EmptyState
      picture={<SearchX aria-hidden="true" />}
      title={t('title')}
      className="rounded-lg border bg-surface"
      actions={
        <Button asChild>
          <Link href={href}>{t('all')}</Link>
        </Button>
      }
    >
      {t('text')}
    </EmptyState>
  )
}
