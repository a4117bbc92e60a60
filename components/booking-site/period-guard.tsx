'use client'

import { type ChangeEvent, type ReactNode, useRef } from 'react'

const MS_PER_DAY = 86_400_000

function moved(date: string, milliseconds: number): string {
  return new Date(Date.parse(date) + milliseconds).toISOString().slice(0, 10)
}

/** Keeps the return after the pick-up: when the pick-up moves, the return moves along and the length stays. */
export function PeriodGuard({ from, to, children }: { from: string; to: string; children: ReactNode }) {
  const length = useRef(Math.max(Date.parse(to) - Date.parse(from), 0))

  function keepOrder({ target, currentTarget }: ChangeEvent<HTMLDivElement>) {
    const field = (name: string) => currentTarget.querySelector<HTMLInputElement>(`[name="${name}"]`)
    const [pickup, giveBack] = [field('from'), field('to')]
    if (!pickup?.value || !giveBack) return
    giveBack.min = pickup.value
    if (target === pickup) giveBack.value = moved(pickup.value, length.current || MS_PER_DAY)
    if (target === giveBack && giveBack.value >= pickup.value)
      length.current = Date.parse(giveBack.value) - Date.parse(pickup.value)
  }

  return (
    <div className="contents" onChange={keepOrder}>
      {children}
    </div>
  )
}
