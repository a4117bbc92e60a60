import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { languageTag } from '@/lib/core/dates'
import type { TimelineSpan } from '@/lib/timeline/rules'
import { type TimelineView, ZOOMS } from '@/lib/timeline/schema'

type TimelineStepsProps = { view: TimelineView; span: TimelineSpan; timeZone: string }

/** Forwards and back in time, back to today, and how much time is shown. The address holds all of it. */
export function TimelineSteps({ view, span, timeZone }: TimelineStepsProps) {
  const t = useTranslations('timeline')
  const locale = useLocale()
  const first = span.days[0]
  const last = span.days.at(-1)
  const period = new Intl.DateTimeFormat(languageTag(locale), {
    timeZone,
    ...(view.zoom === 'weeks' && { day: 'numeric' }),
    month: 'long',
    year: 'numeric',
  })
  return (
    <div className="flex flex-wrap items-center gap-2">
      {first && last && (
        <p className="tabular mr-2 font-medium text-base">
          {view.zoom === 'weeks'
            ? period.formatRange(first.startsAt, last.startsAt)
            : period.format(first.startsAt)}
        </p>
      )}
      <Button size="icon" asChild>
        <Link href={addressOf({ ...view, from: span.previous })} aria-label={t('earlier')}>
          <ChevronLeft aria-hidden="true" />
        </Link>
      </Button>
      <Button asChild>
        <Link href={addressOf({ ...view, from: undefined })}>{t('today')}</Link>
      </Button>
      <Button size="icon" asChild>
        <Link href={addressOf({ ...view, from: span.next })} aria-label={t('later')}>
          <ChevronRight aria-hidden="true" />
        </Link>
      </Button>
      <ul aria-label={t('zoom')} className="flex rounded border border-line-strong bg-surface p-0.5">
        {ZOOMS.map((zoom) => (
          <li key={zoom}>
            <Link
              href={addressOf({ ...view, zoom })}
              aria-current={zoom === view.zoom ? 'true' : undefined}
              className={cn(
                'flex h-[calc(var(--control-height)-0.375rem)] items-center rounded-sm px-2.5 text-(length:--button-text)',
                zoom === view.zoom ? 'bg-pressed font-medium text-ink' : 'text-muted hover:text-ink',
              )}
            >
              {t(`zooms.${zoom}`)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

function addressOf({ zoom, from, category }: TimelineView): string {
  const query = new URLSearchParams(category.map((id) => ['category', id]))
  if (zoom !== 'weeks') query.set('zoom', zoom)
  if (from) query.set('from', from)
  return query.size > 0 ? `/dashboard/timeline?${query}` : '/dashboard/timeline'
}
