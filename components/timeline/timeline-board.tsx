'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type MouseEvent, useDeferredValue, useRef, useState } from 'react'
import { BlockCard } from '@/components/timeline/block-card'
import { BoardGrid, type Grid } from '@/components/timeline/board-grid'
import { ChangeDialog, type Proposal } from '@/components/timeline/change-dialog'
import { MatchesBeyond } from '@/components/timeline/matches-beyond'
import { NewDialog } from '@/components/timeline/new-dialog'
import { PrintSheet } from '@/components/timeline/print-sheet'
import type { Place } from '@/components/timeline/rows'
import { TimelineLegend } from '@/components/timeline/timeline-legend'
import { TimelineToolbar } from '@/components/timeline/timeline-toolbar'
import { useBlockWords } from '@/components/timeline/use-block-words'
import { useBoardRows } from '@/components/timeline/use-board-rows'
import { useCard } from '@/components/timeline/use-card'
import { useChanges } from '@/components/timeline/use-changes'
import { type Moving, useKeys } from '@/components/timeline/use-keys'
import { usePointer } from '@/components/timeline/use-pointer'
import { usePrinted } from '@/components/timeline/use-printed'
import { useSight } from '@/components/timeline/use-sight'
import { useNow, useTimeline } from '@/components/timeline/use-timeline'
import { localDateOf } from '@/lib/core/dates'
import type { Equipment } from '@/lib/core/equipment'
import type { Block, TimelineAnswer } from '@/lib/timeline/answer'
import type { TimelineView } from '@/lib/timeline/schema'
import { shiftDate } from '@/lib/timeline/span'

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
  const [moving, setMoving] = useState<Moving | null>(null)
  const [proposal, setProposal] = useState<Proposal | null>(null)
  const [wish, setWish] = useState<Place | null>(null)
  const [focusedKey, setFocusedKey] = useState<string | null>(null)
  const scroller = useRef<HTMLElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const grid = useRef<Grid>(null)

  const { scale, days, rows, lines, blocks, vehicles, fleetEquipment } = useBoardRows({
    at,
    answer,
    zoom,
    group,
    text: wanted,
    equipment,
    now,
    timeZone,
    moved,
  })
  const { vehicleName, labelOf, nameOf } = useBlockWords(vehicles, now, timeZone)
  const { sight, seen, scrollTo, aimAt, leadWidth } = useSight(scroller, scale)
  const printed = usePrinted(seen)
  const blockAt = (target: EventTarget | null) =>
    target instanceof Element
      ? blocks.get(target.closest<HTMLElement>('[data-block]')?.dataset.block ?? '')
      : undefined
  const card = useCard(blockAt, leadWidth)
  const { shown } = card

  function drop(block: Block | null, place: Place) {
    const isSame =
      !place.isFixed &&
      block?.vehicleId === place.vehicleId &&
      block.startsAt === place.startsAt &&
      block.endsAt === place.endsAt
    if (isSame) setMoving(null)
    else if (block) setProposal({ block, place })
    else setWish(place)
  }
  function letGo() {
    setMoving(null)
    setProposal(null)
    setWish(null)
    focusBlock(focusedKey)
  }
  /** The element may come only with the next drawing, once its line has scrolled into view. */
  function focusBlock(key: string | null, tries = 12) {
    const found = key && scroller.current?.querySelector<HTMLElement>(`[data-block="${CSS.escape(key)}"]`)
    if (found) found.focus({ preventScroll: true })
    else if (key && tries > 0) requestAnimationFrame(() => focusBlock(key, tries - 1))
  }
  function show(block: Block, line: number) {
    const row = lines[line]
    if (row) grid.current?.showRow(rows.indexOf(row))
    scrollTo(block.startsAt, block.endsAt)
    setFocusedKey(block.key)
    focusBlock(block.key)
  }

  const pointer = usePointer({
    scroller,
    scale,
    timeZone,
    canEdit,
    canCreate,
    leadWidth,
    blockOf: (key) => blocks.get(key),
    onDrag: (block, place) => {
      card.hide()
      setMoving({ block, place, by: 'pointer' })
    },
    onDrop: drop,
  })
  const press = useKeys({
    lines,
    zoom,
    timeZone,
    canEdit,
    canCreate,
    moving,
    middle: () => (seen.current.from + seen.current.to) / 2,
    focused: () => blockAt(document.activeElement),
    onFocus: show,
    onMove: (next) => {
      card.hide()
      setMoving(next)
      if (!next) return
      grid.current?.showRow(rows.findIndex(({ id }) => id === next.place.vehicleId))
      scrollTo(next.place.startsAt, next.place.endsAt)
    },
    onDrop: drop,
    onNew: setWish,
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
    if (next.zoom !== zoom) aimAt((seen.current.from + seen.current.to) / 2)
    setZoom(next.zoom)
    setGroup(next.group)
    window.history.replaceState(null, '', `?zoom=${next.zoom}&group=${next.group}`)
  }
  async function step(direction: -1 | 0 | 1) {
    const { from, to } = seen.current
    const target = direction === 0 ? Date.now() : (from + to) / 2 + direction * (to - from) * 0.8
    const isLoaded = target > scale.from && target < scale.to
    if (isLoaded) scrollTo(target, target, 'center')
    else {
      aimAt(target)
      await load(direction === 0 ? localDateOf(new Date(), timeZone) : shiftDate(at, direction * 42))
    }
  }

  async function jumpTo(startsAt: number) {
    if (startsAt > scale.from && startsAt < scale.to) scrollTo(startsAt, startsAt, 'center')
    else {
      aimAt(startsAt)
      await load(localDateOf(new Date(startsAt), timeZone))
    }
    search.current?.focus()
  }

  const ghost = moving?.place ?? wish
  // What is open and only changes its time stays in its lane.
  const lineOf = (place: Place) =>
    moving?.block?.isOpen && !place.isFixed
      ? lines.find(({ blocks }) => blocks.some(({ key }) => key === moving.block?.key))?.id
      : place.vehicleId
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
        view={`${at} ${zoom}`}
        seen={() => seen.current}
        timeZone={timeZone}
        onChoose={jumpTo}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 print:hidden">
        <TimelineLegend />
        <p className="text-muted text-xs max-sm:hidden">
          {moving?.by === 'keys' ? t('movingHelp') : t('help')}
        </p>
      </div>
      <p role="status" aria-live="polite" className="sr-only">
        {moving?.by === 'keys' && moving.block && labelOf({ ...moving.block, ...moving.place })}
        {isOffline && t('offline')}
      </p>
      {isOffline && <p className="text-maintenance-text text-sm">{t('offline')}</p>}
      <BoardGrid
        ref={grid}
        scroller={scroller}
        rows={rows}
        days={days}
        scale={scale}
        sight={sight}
        now={now}
        timeZone={timeZone}
        text={wanted}
        ghost={ghost && { place: ghost, lineId: lineOf(ghost) }}
        labelOf={labelOf}
        nameOf={nameOf}
        handlers={{
          onKeyDown: press,
          onClick: click,
          onFocus: ({ target }) => {
            const block = blockAt(target)
            if (!block) return
            setFocusedKey(block.key)
            card.present(target)
          },
          onBlur: card.hide,
          onScroll: () => shown && card.hide(),
          onPointerOver: ({ target, pointerType }) => {
            if (!moving) card.over(target, pointerType)
          },
          onPointerLeave: card.leave,
          onPointerDown: pointer.handlers.onPointerDown,
          onPointerMove: pointer.handlers.onPointerMove,
          onPointerUp: pointer.handlers.onPointerUp,
          onPointerCancel: () => pointer.cancel() && setMoving(null),
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
        />
      )}
      {proposal && (
        <ChangeDialog
          proposal={proposal}
          vehicleName={vehicleName}
          blockOf={(key) => blocks.get(key)}
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
