'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type MouseEvent, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { BlockCard, type Shown } from '@/components/timeline/block-card'
import { BoardLine } from '@/components/timeline/board-line'
import { ChangeDialog, type Proposal } from '@/components/timeline/change-dialog'
import { DayBands } from '@/components/timeline/day-bands'
import { HEAD_HEIGHT, type Scale, widthOf } from '@/components/timeline/geometry'
import { NewDialog } from '@/components/timeline/new-dialog'
import { PrintSheet } from '@/components/timeline/print-sheet'
import { heightOf, type LineRow, type Place, rowsOf } from '@/components/timeline/rows'
import { TimelineHead } from '@/components/timeline/timeline-head'
import { TimelineLegend } from '@/components/timeline/timeline-legend'
import { TimelineToolbar } from '@/components/timeline/timeline-toolbar'
import { useChanges } from '@/components/timeline/use-changes'
import { type Moving, useKeys } from '@/components/timeline/use-keys'
import { usePointer } from '@/components/timeline/use-pointer'
import { usePrinting } from '@/components/timeline/use-printing'
import { useSight } from '@/components/timeline/use-sight'
import { useNow, useTimeline } from '@/components/timeline/use-timeline'
import { formatDateTime, localDateOf } from '@/lib/core/dates'
import { type Block, readTimeline, type TimelineAnswer } from '@/lib/timeline/answer'
import { stateOf } from '@/lib/timeline/rules'
import type { TimelineView } from '@/lib/timeline/schema'
import { daysOf, rangeAround, shiftDate } from '@/lib/timeline/span'

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
  const locale = useLocale()
  const router = useRouter()
  const { at, answer, load, refresh, isOffline } = useTimeline(first)
  const now = useNow(firstNow)
  const isPrinting = usePrinting()
  const { moved, carryOut } = useChanges(refresh)
  const [zoom, setZoom] = useState(view.zoom)
  const [group, setGroup] = useState(view.group)
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text)
  const [moving, setMoving] = useState<Moving | null>(null)
  const [proposal, setProposal] = useState<Proposal | null>(null)
  const [wish, setWish] = useState<Place | null>(null)
  const [shown, setShown] = useState<(Shown & { withLink: boolean }) | null>(null)
  const [focusedKey, setFocusedKey] = useState<string | null>(null)
  const scroller = useRef<HTMLElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const hover = useRef<ReturnType<typeof setTimeout>>(undefined)

  const timeline = useMemo(() => readTimeline(answer, locale), [answer, locale])
  const range = useMemo(() => rangeAround(at, timeZone), [at, timeZone])
  const scale: Scale = useMemo(
    () => ({ from: range.from.getTime(), to: range.to.getTime(), zoom }),
    [range, zoom],
  )
  const days = useMemo(() => daysOf(range, new Date(now), timeZone), [range, now, timeZone])
  const rows = useMemo(
    () => rowsOf(timeline, { group, text: wanted, now, moved }),
    [timeline, group, wanted, now, moved],
  )
  const lines = useMemo(() => rows.filter((row): row is LineRow => row.kind === 'line'), [rows])
  const blocks = useMemo(
    () => new Map(lines.flatMap((line) => line.blocks.map((block) => [block.key, block as Block]))),
    [lines],
  )
  const vehicles = useMemo(
    () => new Map(timeline.vehicles.map((vehicle) => [vehicle.id, vehicle])),
    [timeline],
  )

  const { sight, seen, scrollTo, leadWidth } = useSight(scroller, scale)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(rows[index]),
    getItemKey: (index) => `${rows[index]?.kind} ${rows[index]?.id}`,
    overscan: 6,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    // Before anything is measured, as on the server: a screen of lines.
    initialRect: { width: 0, height: 700 },
  })
  // Lines grow and shrink with what they hold; measured sizes would be those of before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are what changes the sizes
  useEffect(() => virtualizer.measure(), [rows, virtualizer])

  const vehicleName = useCallback(
    (id: string) => {
      const vehicle = vehicles.get(id)
      return vehicle ? `${vehicle.plate} · ${vehicle.name}` : t('unknownVehicle')
    },
    [vehicles, t],
  )
  const labelOf = useCallback(
    (block: Block) => {
      const time = (instant: number) => formatDateTime(new Date(instant), { timeZone, locale })
      const state = stateOf(block, now, timeZone)
      const word =
        block.kind === 'job' || block.kind === 'calendar' ? t(`kinds.${block.kind}`) : t(`states.${state}`)
      const plate = vehicles.get(block.vehicleId)?.plate
      return [plate, word, block.number, block.customer, `${time(block.startsAt)} – ${time(block.endsAt)}`]
        .filter(Boolean)
        .join(' · ')
    },
    [vehicles, t, locale, timeZone, now],
  )

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
    if (row) virtualizer.scrollToIndex(rows.indexOf(row), { align: 'auto' })
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
      setShown(null)
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
      setShown(null)
      setMoving(next)
      if (next)
        virtualizer.scrollToIndex(
          rows.findIndex(({ id }) => id === next.place.vehicleId),
          { align: 'auto' },
        )
      if (next) scrollTo(next.place.startsAt, next.place.endsAt)
    },
    onDrop: drop,
    onNew: setWish,
  })

  const blockAt = (target: EventTarget | null) =>
    target instanceof Element
      ? blocks.get(target.closest<HTMLElement>('[data-block]')?.dataset.block ?? '')
      : undefined

  function present(target: EventTarget, withLink = false) {
    const block = blockAt(target)
    const element = target instanceof Element && target.closest('[data-block]')
    if (!block || !element) return setShown(null)
    const { left, top, bottom } = element.getBoundingClientRect()
    setShown({ block, left: Math.max(left, leadWidth()), top, bottom, withLink })
  }
  function click(event: MouseEvent<HTMLElement>) {
    const block = blockAt(event.target)
    if (!block?.number || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    // The second click of a double one was meant for the dialog that the first has closed.
    if (pointer.wasDragged() || event.detail > 1) return
    // A finger has no hover: the first tap tells what it is.
    if ('pointerType' in event.nativeEvent && event.nativeEvent.pointerType === 'touch')
      present(event.target, true)
    else router.push(`/dashboard/timeline/${block.number}`)
  }

  function choose(change: Partial<TimelineView>) {
    const next = { zoom, group, ...change }
    const middle = (seen.current.from + seen.current.to) / 2
    setZoom(next.zoom)
    setGroup(next.group)
    window.history.replaceState(null, '', `?zoom=${next.zoom}&group=${next.group}`)
    if (change.zoom) requestAnimationFrame(() => scrollTo(middle, middle, 'center'))
  }
  async function step(direction: -1 | 0 | 1) {
    const { from, to } = seen.current
    const target = direction === 0 ? Date.now() : (from + to) / 2 + direction * (to - from) * 0.8
    const isLoaded = target > scale.from && target < scale.to
    if (isLoaded) scrollTo(target, target, 'center')
    else if (await load(direction === 0 ? localDateOf(new Date(), timeZone) : shiftDate(at, direction * 42)))
      requestAnimationFrame(() => scrollTo(target, target, 'center'))
  }

  const near = days.filter(({ startsAt, endsAt }) => startsAt < sight.to && endsAt > sight.from)
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
        search={search}
        onZoom={(next) => choose({ zoom: next })}
        onGroup={(next) => choose({ group: next })}
        onText={setText}
        onStep={(direction) => void step(direction)}
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
      <section
        ref={scroller}
        aria-label={t('title')}
        aria-describedby="timeline-help"
        data-timeline
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
        tabIndex={0}
        onKeyDown={press}
        onClick={click}
        onFocus={({ target }) => {
          const block = blockAt(target)
          if (!block) return
          setFocusedKey(block.key)
          present(target)
        }}
        onBlur={() => setShown(null)}
        onScroll={() => shown && setShown(null)}
        onPointerOver={({ target, pointerType }) => {
          clearTimeout(hover.current)
          if (pointerType !== 'touch') hover.current = setTimeout(() => !moving && present(target), 250)
        }}
        onPointerLeave={() => {
          clearTimeout(hover.current)
          setShown(null)
        }}
        onPointerDown={pointer.handlers.onPointerDown}
        onPointerMove={pointer.handlers.onPointerMove}
        onPointerUp={pointer.handlers.onPointerUp}
        onPointerCancel={() => pointer.cancel() && setMoving(null)}
        className="relative max-h-[calc(100dvh-12.5rem)] min-h-80 select-none overflow-auto overscroll-contain rounded-lg border bg-surface [--lead:6.5rem] sm:[--lead:14rem] print:hidden"
      >
        <div style={{ width: `calc(var(--lead) + ${widthOf(scale)}px)` }}>
          <TimelineHead days={near} scale={scale} timeZone={timeZone} />
          <div className="relative" style={{ height: virtualizer.getTotalSize() }}>
            <DayBands days={near} scale={scale} now={now} />
            <ul>
              {virtualizer.getVirtualItems().map(({ index, key, start }) => {
                const row = rows[index]
                if (!row) return null
                return (
                  <li
                    key={key}
                    className="absolute inset-x-0 top-0"
                    style={{ transform: `translateY(${start - HEAD_HEIGHT}px)` }}
                  >
                    {row.kind === 'group' ? (
                      <div className="border-b bg-sunken" style={{ height: heightOf(row) }}>
                        <h2 className="sticky left-0 flex h-full w-fit items-center gap-2 px-3 font-medium text-xs">
                          {row.name}
                          <span className="tabular font-normal text-muted">{row.count}</span>
                        </h2>
                      </div>
                    ) : (
                      <BoardLine
                        row={row}
                        scale={scale}
                        sight={sight}
                        now={now}
                        timeZone={timeZone}
                        canEdit={canEdit}
                        text={wanted}
                        ghost={ghost && lineOf(ghost) === row.id ? ghost : null}
                        labelOf={labelOf}
                      />
                    )}
                  </li>
                )
              })}
            </ul>
            {rows.length === 0 && (
              <p className="sticky left-0 w-fit p-6 text-muted text-sm">{t('nothing')}</p>
            )}
          </div>
        </div>
      </section>
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
          timeZone={timeZone}
          onClose={() => {
            letGo()
            void refresh()
          }}
        />
      )}
      {isPrinting && (
        <PrintSheet
          lines={lines}
          days={days.filter(({ startsAt, endsAt }) => startsAt < sight.seenTo && endsAt > sight.seenFrom)}
          now={now}
          timeZone={timeZone}
        />
      )}
    </>
  )
}
