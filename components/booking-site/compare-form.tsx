'use client'

import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { buttonStyle } from '@/components/ui/button-style'

type CompareFormProps = {
  most: number
  /** What is said while some are chosen: how many, and that there is room for no more. */
  words: { action: string; chosen: string[]; full: string }
  children: ReactNode
}

/** The results as a form of what to compare; the button waits at the foot of the window until two are chosen. */
export function CompareForm({ most, words, children }: CompareFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const [count, setCount] = useState(0)

  const follow = useCallback(() => {
    const boxes = [...(form.current?.querySelectorAll<HTMLInputElement>('input[name=vehicle]') ?? [])]
    const chosen = boxes.filter(({ checked }) => checked).length
    for (const box of boxes) box.disabled = !box.checked && chosen >= most
    setCount(chosen)
  }, [most])
  // What was chosen before the page was alive, or before coming back to it, counts.
  useEffect(follow, [follow])

  return (
    <form ref={form} action="/compare" onChange={follow} className="grid gap-3">
      {children}
      {count > 0 && (
        <div className="sticky bottom-3 z-2 flex items-center justify-between gap-3 rounded-lg border bg-raised p-3 shadow-float">
          <p role="status" className="text-sm">
            {words.chosen[count]}
            {count >= most && <span className="block text-muted text-xs">{words.full}</span>}
          </p>
          <button
            type="submit"
            disabled={count < 2}
            className={buttonStyle({ variant: 'primary', size: 'lg' })}
          >
            {words.action}
          </button>
        </div>
      )}
      <noscript>
        <button type="submit" className="h-11 text-accent-text underline">
          {words.action}
        </button>
      </noscript>
    </form>
  )
}
