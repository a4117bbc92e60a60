'use client'

import { useEffect, useRef } from 'react'

/** Keys and what they do: `?`, `c`, `mod+k`, or two in a row: `g r`. */
export type Shortcuts = Record<string, () => void>

const SECOND_KEY_WITHIN_MS = 1_000

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
      Boolean(target.closest('dialog, [role=dialog], [role=alertdialog], [role=menu]')))
  )
}

/** Listens for the page's shortcuts. Single keys rest while somebody types or a dialog is open; `mod+` ones do not. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts)
  useEffect(() => {
    current.current = shortcuts
  })
  useEffect(() => {
    let first: { key: string; at: number } | null = null

    function press(event: KeyboardEvent) {
      // A page's own listener comes after the frame's: what the frame has done is done.
      if (event.defaultPrevented || event.altKey || event.isComposing) return
      if (event.repeat && !/^[jk]$/.test(event.key)) return
      const key = event.key.toLowerCase()
      const isModified = event.metaKey || event.ctrlKey
      if (!isModified && isTyping(event.target)) return
      const isSecond = first !== null && event.timeStamp - first.at < SECOND_KEY_WITHIN_MS
      const wanted = isModified ? `mod+${key}` : isSecond ? `${first?.key} ${key}` : key
      const act = current.current[wanted] ?? (isModified ? undefined : current.current[key])
      first = isModified ? null : { key, at: event.timeStamp }
      if (!act) return
      event.preventDefault()
      first = null
      act()
    }

    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
