import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { stateStyle } from '@/components/ui/state'
import { StateMark } from '@/components/ui/state-mark'
import { formatDateTime } from '@/lib/core/dates'
import type { TimelineBlock } from '@/lib/reservations/queries/timeline'
import type { Placed } from '@/lib/timeline/rules'

type TimelineBarProps = {
  block: Placed<TimelineBlock>
  lines: number
  /** How many days the timeline spans. */
  length: number
  plate: string
  timeZone: string
}

/** One block: its state as shape and colour, whose it is, and in full words for the pointer and for screen readers. */
export function TimelineBar({ block, lines, length, plate, timeZone }: TimelineBarProps) {
  const t = useTranslations('timeline')
  const locale = useLocale()
  const state = t(`states.${block.state}`)
  const [from, to] = [block.startsAt, block.endsAt].map((at) =>
    formatDateTime(new Date(at), { timeZone, locale }),
  )
  const words = [plate, state, block.number, block.customer, `${from} – ${to}`].filter(Boolean).join(' · ')
  const style = cn(
    'flex h-full min-w-0 items-center gap-1.5 overflow-hidden whitespace-nowrap border px-1.5 text-xs',
    stateStyle[block.state].bar,
    !block.goesBefore && 'rounded-l-sm',
    block.goesBefore && 'border-l-0',
    !block.goesAfter && 'rounded-r-sm',
    block.goesAfter && 'border-r-0',
  )
  const content = (
    <>
      <StateMark state={block.state} className={stateStyle[block.state].mark} />
      <span className="truncate">{block.customer ?? state}</span>
    </>
  )
  return (
    <li
      className="absolute z-10 p-px"
      style={{
        left: `${(block.from / length) * 100}%`,
        width: `${((block.to - block.from) / length) * 100}%`,
        top: `calc(${(block.line / lines) * 100}% + 3px)`,
        height: `calc(${100 / lines}% - 6px)`,
      }}
    >
      {block.href ? (
        <Link
          href={block.href}
          aria-label={words}
          title={words}
          className={cn(style, 'hover:brightness-95 focus-visible:outline-offset-0')}
        >
          {content}
        </Link>
      ) : (
        <span title={words} className={style}>
          {content}
        </span>
      )}
    </li>
  )
}
