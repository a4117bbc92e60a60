'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useEffectEvent, useRef } from 'react'
import { withParameters } from '@/components/lists/list-address'
import type { ListRow } from '@/components/lists/list-row'
import { useSelection } from '@/components/lists/selection'
import { useShortcuts } from '@/components/shell/use-shortcuts'

/** From here on there is room for a record beside the list. */
const ROOM_FOR_PANEL = '(min-width: 64rem)'

/**
 * Working through a list without a mouse: J and K or the arrows go from row to row, X selects, Enter opens beside the
 * list, O opens the page, Esc closes. The row at hand is the one with the focus, so that everybody knows which it is.
 */
export function useListKeys(rows: ListRow[]) {
  const ref = useRef<HTMLDivElement>(null)
  const router = useRouter()
  const search = useSearchParams()
  const selection = useSelection()
  const openId = search.get('open')

  const links = () => [...(ref.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])]
  const idAtHand = () =>
    document.activeElement?.closest('tr')?.querySelector<HTMLElement>('a[data-row]')?.dataset.row
  const rowAtHand = () => rows.find(({ id }) => id === (idAtHand() ?? openId))

  function open(row: ListRow): boolean {
    if (!window.matchMedia(ROOM_FOR_PANEL).matches) return false
    const address = withParameters(new URLSearchParams(search), { open: row.id })
    // Going through the records of a list is one step back, not twenty.
    if (openId) router.replace(address, { scroll: false })
    else router.push(address, { scroll: false })
    return true
  }

  function move(step: 1 | -1) {
    const all = links()
    const at = all.findIndex((link) => link.dataset.row === (idAtHand() ?? openId))
    const next = all[at === -1 ? (step === 1 ? 0 : all.length - 1) : at + step]
    next?.focus()
    const row = next && rows.find(({ id }) => id === next.dataset.row)
    if (openId && row) open(row)
  }

  function close() {
    if (openId) router.push(withParameters(new URLSearchParams(search), { open: null }), { scroll: false })
    else selection.clear()
  }

  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    x: () => {
      const row = rowAtHand()
      if (row) selection.toggle(row)
    },
    o: () => {
      const row = rowAtHand()
      if (row) router.push(row.href)
    },
    escape: close,
    '/': () => document.querySelector<HTMLInputElement>('main input[type=search]')?.focus(),
  })

  // The arrows belong to the page until the focus is in the list.
  const moveByArrow = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    move(event.key === 'ArrowDown' ? 1 : -1)
  })
  useEffect(() => {
    const table = ref.current
    const listen = (event: KeyboardEvent) => moveByArrow(event)
    table?.addEventListener('keydown', listen)
    return () => table?.removeEventListener('keydown', listen)
  }, [])

  return { ref, open }
}
