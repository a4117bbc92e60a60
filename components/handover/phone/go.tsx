'use client'

import type { ComponentProps, MouseEvent } from 'react'

/** Shows another screen of the handovers without asking the server for it: it may be out of reach. */
export function go(path: string): void {
  window.history.pushState(null, '', path)
  window.scrollTo({ top: 0 })
}

/** A link between screens of the handovers. */
export function PhoneLink({ href, ...props }: ComponentProps<'a'> & { href: string }) {
  function follow(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    go(href)
  }
  return <a {...props} href={href} onClick={follow} />
}
