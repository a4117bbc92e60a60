'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type MouseEvent, useDeferredValue, useRef, useState } from 'react'
import { BlockCard, isInCard } from '@/components/timeline/block-card'
import { BoardGrid } from '@/components/timeline/board-grid'
import { ChangeDialog } from '@/components/timeline/change-dialog'
import { MatchesBeyond } from '@/components/timeline/matches-beyond'
import { NewDialog } from '@/components/timeline/new-dialog'
import { PrintSheet } from '@/components/timeline/print-sheet'
import { heightOf, topOf } from '@/components/timeline/rows'
import { TimelineLegend } from '@/components/timeline/timeline-legend'
import { TimelineToolbar } from '@/components/timeline/timeline-toolbar'
import { useBlockWords } from '@/components/timeline/use-block-words'
import { useBoardRows } from '@/components/timeline/use-board-rows'
import { useCard } from '@/components/timeline/use-card'
import { useChanges } from '@/components/timeline/use-changes'
import { useFocus } from '@/components/timeline/use-focus'
import { useKeys } from '@/components/timeline/use-keys'
import { useMoves } from '@/components/timeline/use-moves'
import { usePointer } from '@/components/timeline/use-pointer'
import { usePrinted } from '@/components/timeline/use-printed'
import { useSight } from '@/components/timeline/use-sight'
import { useSteps } from '@/components/timeline/use-steps'
import { useNow, useTimeline } from '@/components/timeline/use-timeline'
import type { Equipment } from '@/lib/core/equipment'
import type { TimelineAnswer } from '@/lib/timeline/answer'
import type { TimelineView } from '@/lib/timeline/schema'

type TimelineBoardProps = {
  first: { at: string; answer: TimelineAnswer }
  view: TimelineView
  now: number
  timeZone: string
  canEdit: boolean
  canCreate: boolean
}

/** Vehicles down, time across: to look at, to look for somebody, to move what was agreed. */
export function TimelineBoard({
  first,
  view,
  now: firstNow,
  timeZone,
  canEdit,
  canCreate,
}: TimelineBoardProps) {
  const t = useTranslations('timeline')
  const router = useRouter()
  const { at, answer, load, refresh, isOffline } = useTimeline(first)
  const now = useNow(firstNow)
  const { moved, carryOut } = useChanges(refresh)
  const [zoom, setZoom] = useState(view.zoom)
  const [group, setGroup] = useState(view.group)
  const [text, setText] = useState('')
  const [equipment, setEquipment] = useState<Equipment | null>(null)
  const wanted = useDeferredValue(text)
  // The buttons answer at once, the board as soon as it is drawn anew.
  const [shownZoom, shownGroup] = [useDeferredValue(zoom), useDeferredValue(group)]
  const scroller = useRef<HTMLElement>(null)
  const search = useRef<HTMLInputElement>(null)

  const { scale, days, rows, lines, blocks, vehicles, fleetEquipment } = useBoardRows({
    at,
    answer,
    zoom: shownZoom,
    group: shownGroup,
    text: wanted,
    equipment,
    now,
    timeZone,
    moved,
  })
  const { vehicleName, labelOf, nameOf } = useBlockWords(vehicles, timeZone)
  const sight = useSight(scroller, scale)
  const { step, jumpTo } = useSteps({ at, scale, timeZone, sight, load })
  const moves = useMoves(lines)
  const { moving, proposal, wish } = moves
  const focus = useFocus({ scroller, lines, blocks, now: firstNow })
  const printed = usePrinted(sight.seen)
  const blockAt = (target: EventTarget | null) =>
    target instanceof Element
      ? blocks.get(target.closest<HTMLElement>('[data-block]')?.dataset.block ?? '')
      : undefined
  const card = useCard(scroller, blockAt, sight.leadWidth)
  const { shown } = card
  const middle = () => (sight.seen().from + sight.seen().to) / 2

  function letGo() {
    moves.letGo()
    focus.goBack()
  }

  const pointer = usePointer({
    scroller,
    scale,
    timeZone,
    canEdit,
    canCreate,
    leadWidth: sight.leadWidth,
    blockOf: (key) => blocks.get(key),
    onDrag: (block, place) => {
      card.hide()
      moves.move({ block, place, by: 'pointer' })
    },
    onDrop: moves.drop,
  })
  const press = useKeys({
    lines,
    zoom,
    timeZone,
    canEdit,
    canCreate,
    moving,
    middle,
    focused: () => blockAt(document.activeElement),
    onFocus: (block) => focus.focusBlock(block.key),
    onMove: (next) => {
      card.hide()
      moves.move(next)
      const line = next && moves.lineOf(next.place, next)
      if (line) sight.showRow(topOf(rows, line.id), heightOf(line))
      if (next) sight.scrollTo(next.place.startsAt, next.place.endsAt)
    },
    onDrop: moves.drop,
    onNew: moves.make,
  })

  function click(event: MouseEvent<HTMLElement>) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('[data-vehicle]')
    const number = blockAt(event.target)?.number
    if (!link && !number) return
    event.preventDefault()
    if (link) return router.push(link.pathname)
    // The second click of a double one was meant for the dialog that the first has closed.
    if (pointer.wasDragged() || event.detail > 1) return
    // A finger has no hover: the first tap tells what it is.
    if ('pointerType' in event.nativeEvent && event.nativeEvent.pointerType === 'touch')
      card.present(event.target, true)
    else router.push(`/dashboard/timeline/${number}`)
  }

  function choose(change: Partial<TimelineView>) {
    const next = { zoom, group, ...change }
    if (next.zoom !== zoom) sight.aimAt(middle())
    setZoom(next.zoom)
    setGroup(next.group)
    window.history.replaceState(null, '', `?zoom=${next.zoom}&group=${next.group}`)
  }
  const held = moving?.by === 'keys' ? blocks.get(moving.block?.key ?? '') : undefined
  return (
    <>
      <TimelineToolbar
        zoom={zoom}
        group={group}
        text={text}
        equipment={equipment}
        fleetEquipment={fleetEquipment}
        search={search}
        onZoom={(next) => choose({ zoom: next })}
        onGroup={(next) => choose({ group: next })}
        onText={setText}
        onEquipment={setEquipment}
        onStep={(direction) => void step(direction)}
      />
      <MatchesBeyond
        text={text}
        view={`${at} ${shownZoom}`}
        seen={sight.seen}
        timeZone={timeZone}
        onChoose={async (startsAt) => {
          await jumpTo(startsAt)
          search.current?.focus()
        }}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 print:hidden">
        <TimelineLegend />
        <p className="text-muted text-xs max-sm:hidden">
          {moving?.by === 'keys' ? t('movingHelp') : t('help')}
        </p>
      </div>
      <p role="status" aria-live="polite" className="sr-only">
        {held &&
          moving &&
          labelOf({ ...held, ...moving.place, plate: vehicles.get(moving.place.vehicleId)?.plate ?? '' })}
        {isOffline && t('offline')}
      </p>
      {isOffline && <p className="text-maintenance-text text-sm">{t('offline')}</p>}
      <BoardGrid
        scroller={scroller}
        rows={rows}
        days={days}
        scale={scale}
        now={now}
        timeZone={timeZone}
        ghost={moves.ghost}
        tabStop={focus.tabStop}
        labelOf={labelOf}
        nameOf={nameOf}
        handlers={{
          onKeyDown: press,
          onClick: click,
          onFocus: ({ target }) => {
            const block = blockAt(target)
            if (!block) return
            focus.got(block)
            card.present(target)
          },
          onBlur: (event) => {
            focus.lost(event)
            if (!isInCard(event.relatedTarget)) card.hide()
          },
          onPointerOver: ({ target, pointerType }) => {
            if (!moving) card.over(target, pointerType)
          },
          onPointerLeave: card.leave,
          onPointerDown: pointer.handlers.onPointerDown,
          onPointerMove: pointer.handlers.onPointerMove,
          onPointerUp: pointer.handlers.onPointerUp,
          onPointerCancel: () => pointer.cancel() && moves.move(null),
        }}
      />
      <p id="timeline-help" className="sr-only">
        {t('help')}
      </p>
      {shown && (
        <BlockCard
          shown={shown}
          vehicle={vehicles.get(shown.block.vehicleId)}
          now={now}
          timeZone={timeZone}
          withLink={shown.withLink}
          onLeave={card.hide}
        />
      )}
      {proposal && (
        <ChangeDialog
          proposal={proposal}
          vehicleName={vehicleName}
          blockOf={(key) => blocks.get(key)}
          isMoving={moved.has(proposal.block.key)}
          timeZone={timeZone}
          onClose={letGo}
          onDecide={(decision) => {
            letGo()
            void carryOut(decision)
          }}
        />
      )}
      {wish && (
        <NewDialog
          place={wish}
          vehicleName={vehicleName}
          equipment={vehicles.get(wish.vehicleId)?.equipment ?? []}
          timeZone={timeZone}
          onClose={() => {
            letGo()
            void refresh()
          }}
        />
      )}
      {printed && (
        <PrintSheet
          lines={lines}
          days={days.filter(({ startsAt, endsAt }) => startsAt < printed.to && endsAt > printed.from)}
          now={now}
          timeZone={timeZone}
        />
      )}
    </>
  )
}
