import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { languageTag } from '@/lib/core/language-tag'

type CursorPaginationProps = {
  /** Addresses of the neighbouring pages; none at the ends. */
  previousHref?: string
  nextHref?: string
  /** How many rows this page shows, and of how many where that is known. */
  shown: number
  total?: number
}

/** Forwards and back through a long list, a page at a time. */
export function CursorPagination({ previousHref, nextHref, shown, total }: CursorPaginationProps) {
  const t = useTranslations('ui.pagination')
  const figure = new Intl.NumberFormat(languageTag(useLocale()))
  return (
    <nav aria-label={t('label')} className="flex items-center justify-between gap-3">
      <p className="tabular text-muted text-xs">
        {total === undefined
          ? t(previousHref || nextHref ? 'shownHere' : 'shown', { shown })
          : t('shownOf', { shown: figure.format(shown), total: figure.format(total) })}
      </p>
      <div className="flex gap-2">
        <Step href={previousHref} rel="prev">
          <ChevronLeft aria-hidden="true" />
          {t('previous')}
        </Step>
        <Step href={nextHref} rel="next">
          {t('next')}
          <ChevronRight aria-hidden="true" />
        </Step>
      </div>
    </nav>
  )
}

function Step({ href, rel, children }: { href?: string; rel: string; children: ReactNode }) {
  if (!href)
    return (
      <Button size="sm" disabled>
        {children}
      </Button>
    )
  return (
    <Button size="sm" asChild>
      <Link href={href} rel={rel}>
        {children}
      </Link>
    </Button>
  )
}
