'use client'

import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import type { Scale } from '@/components/timeline/geometry'
import { boxOf, heightOf, type Row } from '@/components/timeline/rows'

/** Without scrolling for so long the board rests. */
const REST_MS = 100

type Board = {
  scroller: RefObject<HTMLElement | null>
  /** Its rows in their order. */
  list: RefObject<HTMLElement | null>
  rows: Row[]
  scale: Scale
}

/** Words that do not stand where their box begins, and by how much. */
type Shifted = Map<HTMLElement, number>

/**
 * Keeps the words of what is long in sight: what is marked `data-follows` stands where the visible part of its box begins, once more after every drawing
 * and whenever the board has come to rest. It is moved past React; a sticky element each would be a layer each to put together at every frame.
 */
export function useFollowingWords(board: Board) {
  const { scroller } = board
  const shifted = useRef<Shifted>(new Map())
  const follow = useEffectEvent(() => {
    if (scroller.current) move(wordsAtEdge(scroller.current, board), shifted.current)
  })
  useLayoutEffect(() => follow())
  useEffect(() => {
    const frame = scroller.current
    let timer: ReturnType<typeof setTimeout> | undefined
    const scrolled = () => {
      clearTimeout(timer)
      timer = setTimeout(follow, REST_MS)
    }
    frame?.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      clearTimeout(timer)
      frame?.removeEventListener('scroll', scrolled)
    }
  }, [scroller])
}

/** The words of what reaches over the left edge, and how far in their boxes they should stand. */
function wordsAtEdge(frame: HTMLElement, { list, rows, scale }: Board): Shifted {
  const edge = frame.scrollLeft
  const days = frame.querySelectorAll<HTMLElement>('[data-days] [data-follows]')
  // Which blocks do is known without the page; to ask it where each stands would take longer than a frame.
  const words = rowsInSight(frame, rows).flatMap(([row, nth]) =>
    blocksAt(row, edge, scale).flatMap(({ key }) => {
      const block = `[data-block="${CSS.escape(key)}"]`
      return list.current?.children[nth]?.querySelector<HTMLElement>(`${block} > [data-follows]`) ?? []
    }),
  )
  return new Map(
    [...days, ...words].flatMap((one): [HTMLElement, number][] => {
      const { offsetLeft = 0, clientWidth = 0 } = one.parentElement ?? {}
      const by = Math.min(edge - offsetLeft, clientWidth - one.offsetWidth)
      return by > 0 ? [[one, by]] : []
    }),
  )
}

function rowsInSight({ scrollTop, clientHeight }: HTMLElement, rows: Row[]): [Row, number][] {
  let bottom = 0
  return rows.flatMap((row, nth): [Row, number][] => {
    const top = bottom
    bottom += heightOf(row)
    return bottom > scrollTop && top < scrollTop + clientHeight ? [[row, nth]] : []
  })
}

function blocksAt(row: Row, x: number, scale: Scale) {
  if (row.kind === 'group') return []
  return row.blocks.filter((block) => {
    const { left, width } = boxOf(block, scale)
    return left < x && left + width > x
  })
}

/** Writes only after everything is read: otherwise the browser would lay out once for each. */
function move(wanted: Shifted, shifted: Shifted) {
  for (const words of shifted.keys()) if (!wanted.has(words)) words.style.marginLeft = ''
  for (const [words, by] of wanted) if (shifted.get(words) !== by) words.style.marginLeft = `${by}px`
  shifted.clear()
  for (const [words, by] of wanted) shifted.set(words, by)
}
