'use client'

import { useEffect, useState } from 'react'

/** What is being written, kept for this visit: whoever opens another conversation finds it here again. */
export function useDraft(name: string): [string, (text: string) => void] {
  const key = `draft ${name}`
  const [text, setText] = useState('')
  // After the first picture, which the server drew without it.
  useEffect(() => setText(sessionStorage.getItem(key) ?? ''), [key])
  return [
    text,
    (now) => {
      setText(now)
      if (now === '') sessionStorage.removeItem(key)
      else sessionStorage.setItem(key, now)
    },
  ]
}
