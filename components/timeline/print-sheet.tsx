import { useLocale, useTranslations } from 'next-intl'
import type { LineRow } from '@/components/timeline/rows'
import { cn } from '@/components/ui/cn'
import { stateStyle } from '@/components/ui/state'
import { formatDate } from '@/lib/core/dates'
import type { TimelineDay } from '@/lib/timeline/span'

type PrintSheetProps = { lines: LineRow[]; days: TimelineDay[]; now: number; timeZone: string }

/** The seen stretch of time for paper: every vehicle, the days across the width of the page. */
export function PrintSheet({ lines, days, now, timeZone }: PrintSheetProps) {
  const t = useTranslations('timeline')
  const locale = useLocale()
  const [from, to] = [days[0]?.startsAt ?? now, days.at(-1)?.endsAt ?? now]
  const share = (at: number) => (100 * (Math.min(Math.max(at, from), to) - from)) / (to - from)
  return (
    <div className="hidden text-[8pt] print:block">
      <p className="mb-2 font-medium">
        {formatDate(new Date(from), { timeZone, locale })} –{' '}
        {formatDate(new Date(to - 1), { timeZone, locale })}
      </p>
      <div className="ml-[18%] flex">
        {days.map(({ date, isWeekend }) => (
          <span key={date} className={cn('tabular flex-1 text-center', isWeekend && 'text-faint')}>
            {days.length > 45 && !/(01|08|15|22)$/.test(date) ? '' : Number(date.slice(8))}
          </span>
        ))}
      </div>
      {lines.map(({ id, vehicle, blocks }) => (
        <div key={id} className="flex break-inside-avoid border-line border-t">
          <span className="w-[18%] shrink-0 truncate py-0.5">
            <span className="tabular font-medium">{vehicle?.plate}</span> {vehicle?.name ?? t('openLane')}
          </span>
          <span className="relative grow">
            {blocks
              .filter((block) => block.startsAt < to && block.shownUntil > from)
              .map((block) => (
                <span
                  key={block.key}
                  className={cn(
                    'absolute inset-y-px truncate rounded-sm border px-0.5',
                    stateStyle[block.state].bar,
                  )}
                  style={{
                    left: `${share(block.startsAt)}%`,
                    width: `${share(block.shownUntil) - share(block.startsAt)}%`,
                  }}
                >
                  {block.customer ?? t(`kinds.${block.kind}`)}
                </span>
              ))}
          </span>
        </div>
      ))}
    </div>
  )
}
