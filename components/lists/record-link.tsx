'use client'

import Link from 'next/link'
import type { MouseEvent, ReactNode } from 'react'
import type { ListRow } from '@/components/lists/list-row'

type RecordLinkProps = {
  row: ListRow
  isOpen: boolean
  /** Opens the record beside the list; false where there is no room for that. */
  onOpen: (row: ListRow) => boolean
  children: ReactNode
}

/** The link of a row: its text names the record, its area is the whole row. With a modifier it is an ordinary link. */
export function RecordLink({ row, isOpen, onOpen, children }: RecordLinkProps) {
  function open(event: MouseEvent) {
    const isOrdinary = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0
    if (!isOrdinary && onOpen(row)) event.preventDefault()
  }

  return (
    <Link
      href={row.href}
      prefetch={false}
      data-row={row.id}
      aria-current={isOpen || undefined}
      onClick={open}
      className="tabular font-medium text-ink after:absolute after:inset-0 hover:underline hover:underline-offset-4 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
    >
      {children}
    </Link>
  )
}
