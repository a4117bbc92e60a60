'use client'

import { useEffect } from 'react'

/** Takes the language out of the address, which the cookie has kept by now: another one that is chosen on the page holds after a reload too. */
export function DropLanguage() {
  useEffect(() => {
    function drop() {
      const here = new URL(window.location.href)
      if (!here.searchParams.has('lang')) return
      here.searchParams.delete('lang')
      window.history.replaceState(null, '', here)
    }
    // Next's router hears of it only once its own effects, which come after this one, have run.
    const timer = setTimeout(drop)
    return () => clearTimeout(timer)
  }, [])
  return null
}
