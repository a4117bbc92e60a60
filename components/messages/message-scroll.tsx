'use client'

import { type ReactNode, useLayoutEffect, useRef } from 'react'

/** So near its end a reader follows what is new. */
const NEAR_PX = 80

type MessageScrollProps = {
  label: string
  /** The last message: when there is another one, its reader is taken there, unless they read further up what others wrote. */
  last: { id: string; isOurs: boolean }
  children: ReactNode
}

/** The messages of a conversation, opened at the newest; they scroll by themselves, so that the field to write in stays in view. */
export function MessageScroll({ label, last, children }: MessageScrollProps) {
  const box = useRef<HTMLElement>(null)
  const isAtEnd = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another last message is what moves it
  useLayoutEffect(() => {
    if (isAtEnd.current || last.isOurs) box.current?.scrollTo({ top: box.current.scrollHeight })
  }, [last.id])
  return (
    <section
      ref={box}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_PX
      }}
      className="max-h-[max(12rem,calc(100dvh-33rem))] lg:max-h-[max(12rem,calc(100dvh-30rem))] overflow-y-auto overscroll-contain rounded-lg"
    >
      {children}
    </section>
  )
}
