import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { BlockBar } from '@/components/timeline/block-bar'
import { LINE_HEIGHT, type Scale, xOf } from '@/components/timeline/geometry'
import type { LineRow, Place } from '@/components/timeline/rows'
import type { Block } from '@/lib/timeline/answer'
import { isFound, shownEnd } from '@/lib/timeline/rules'

export type Sight = { from: number; to: number }

type BoardLineProps = {
  row: LineRow
  scale: Scale
  /** The stretch of time that is drawn. */
  sight: Sight
  now: number
  timeZone: string
  canEdit: boolean
  text: string
  /** Where what is being moved or made would stand on this line. */
  ghost: Place | null
  labelOf: (block: Block) => string
}

/** One vehicle and what occupies it. The board follows its link: a component of its own takes as long to draw as the blocks of a line. */
export const BoardLine = memo(function BoardLine({
  row,
  scale,
  sight,
  ghost,
  text,
  labelOf,
  ...rest
}: BoardLineProps) {
  const t = useTranslations('timeline')
  const { vehicle, lines, blocks, shadows } = row
  const isVehicleMeant = text === '' || !blocks.some((block) => isFound(block, text))
  const shown = blocks.filter((block) => block.startsAt < sight.to && shownEnd(block, rest.now) > sight.from)
  return (
    <div className="group relative flex border-line border-b" style={{ height: lines * LINE_HEIGHT }}>
      {vehicle ? (
        <a
          href={`/dashboard/fleet/${vehicle.id}`}
          tabIndex={-1}
          data-vehicle
          className="sticky left-0 z-20 flex w-(--lead) shrink-0 items-center gap-2 border-line border-r bg-surface px-3 text-sm group-hover:bg-sunken focus-visible:outline-offset-[-2px]"
        >
          <span className="tabular shrink-0 font-medium">{vehicle.plate}</span>
          <span className="truncate text-muted text-xs max-sm:hidden">{vehicle.name}</span>
        </a>
      ) : (
        <span className="sticky left-0 z-20 flex w-(--lead) shrink-0 items-center border-line border-r bg-surface px-3 text-muted text-xs italic">
          {t('openLane')}
        </span>
      )}
      <div data-line={vehicle?.id} className="relative grow">
        {shadows.map((block) => (
          <span
            key={block.key}
            aria-hidden="true"
            className="pointer-events-none absolute rounded-sm border border-line-strong border-dashed"
            style={{
              left: xOf(block.startsAt, scale),
              width: xOf(block.endsAt, scale) - xOf(block.startsAt, scale) - 1,
              top: 4,
              height: LINE_HEIGHT - 8,
            }}
          />
        ))}
        {shown.map((block) => (
          <BlockBar
            key={block.key}
            block={block}
            scale={scale}
            text={block.customer ?? t(`kinds.${block.kind}`)}
            labelOf={labelOf}
            isFaded={!isVehicleMeant && !isFound(block, text)}
            {...rest}
          />
        ))}
        {ghost && (
          <span
            aria-hidden="true"
            className="pointer-events-none absolute z-20 rounded-sm border-2 border-accent border-dashed bg-accent/15"
            style={{
              left: xOf(ghost.startsAt, scale),
              width: Math.max(6, xOf(ghost.endsAt, scale) - xOf(ghost.startsAt, scale)),
              top: 2,
              height: LINE_HEIGHT - 5,
            }}
          />
        )}
      </div>
    </div>
  )
})
