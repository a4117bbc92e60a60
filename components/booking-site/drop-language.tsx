'use client'

import { useEffect } from 'react'

/** Takes the language out of the address, which the cookie has kept by now: another one that is chosen on the page holds after a reload too. */
export function DropLanguage() {
  useEffect(() => {
    const here = new URL(window.location.href)
    if (!here.searchParams.has('lang')) return
    here.searchParams.delete('lang')
    window.history.replaceState(null, '', here)
  }, [])
  return null
}
