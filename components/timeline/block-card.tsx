import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { floatStyle } from '@/components/ui/overlay-style'
import { stateStyle } from '@/components/ui/state'
import { StateMark } from '@/components/ui/state-mark'
import { formatDateTime } from '@/lib/core/dates'
import type { Block, TimelineVehicle } from '@/lib/timeline/answer'
import { stateOf } from '@/lib/timeline/rules'

export type Shown = { block: Block; left: number; top: number; bottom: number }

/** Whether the focus goes into the card, which is then kept. */
export function isInCard(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-block-card]') !== null
}

type BlockCardProps = {
  shown: Shown
  vehicle: TimelineVehicle | undefined
  now: number
  timeZone: string
  /** By touch the way to the record is in the card, with mouse and keys it is the block itself. */
  withLink: boolean
  onLeave: () => void
}

const WIDTH = 272

/** What a block is, in words, beside it. Screen readers have the block's own name. */
export function BlockCard({ shown, vehicle, now, timeZone, withLink, onLeave }: BlockCardProps) {
  const t = useTranslations('timeline')
  const locale = useLocale()
  const { block } = shown
  const state = stateOf(block, now, timeZone)
  const time = (at: number) => formatDateTime(new Date(at), { timeZone, locale })
  const isBelow = shown.bottom + 150 < window.innerHeight
  return (
    <div
      data-block-card
      aria-hidden={!withLink}
      // Not every browser gives the focus to a link that is tapped; then the card gets it.
      tabIndex={withLink ? -1 : undefined}
      onBlur={({ relatedTarget }) => !isInCard(relatedTarget) && onLeave()}
      className={cn(
        floatStyle,
        'fixed z-40 grid gap-1.5 p-3 text-sm print:hidden',
        !withLink && 'pointer-events-none',
      )}
      style={{
        width: WIDTH,
        left: Math.max(8, Math.min(shown.left, window.innerWidth - WIDTH - 8)),
        ...(isBelow ? { top: shown.bottom + 4 } : { bottom: window.innerHeight - shown.top + 4 }),
      }}
    >
      <p className="flex items-center gap-1.5 font-medium">
        <StateMark state={state} className={stateStyle[state].mark} />
        {block.kind === 'job' || block.kind === 'calendar' ? t(`kinds.${block.kind}`) : t(`states.${state}`)}
        {block.number && <span className="tabular ml-auto font-normal text-muted">{block.number}</span>}
      </p>
      {block.customer && <p>{block.customer}</p>}
      <p className="text-muted">
        <span className="tabular">{vehicle?.plate}</span> · {vehicle?.name}
      </p>
      <p className="tabular text-muted">
        {time(block.startsAt)} –<br />
        {time(block.endsAt)}
      </p>
      {withLink && block.number && (
        <Link href={`/dashboard/timeline/${block.number}`} className="font-medium text-accent-text underline">
          {t('open')}
        </Link>
      )}
    </div>
  )
}
