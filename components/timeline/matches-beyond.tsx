'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useBeyond } from '@/components/timeline/use-beyond'
import type { Stretch } from '@/components/timeline/use-sight'
import { Button } from '@/components/ui/button'
import { DateTime } from '@/components/ui/date-time'

type MatchesBeyondProps = {
  text: string
  /** Differs when another stretch of time is shown. */
  view: string
  seen: () => Stretch
  timeZone: string
  /** Brings an instant into sight. */
  onChoose: (startsAt: number) => Promise<void>
}

/** Whom somebody looks for and does not see, because it is earlier or later: the nearest rentals, each a way there. */
export function MatchesBeyond({ text, view, seen, timeZone, onChoose }: MatchesBeyondProps) {
  const t = useTranslations('timeline')
  const [turn, setTurn] = useState(0)
  const occasion = `${view} ${turn}`
  const beyond = useBeyond(text, occasion, seen)
  const { count = 0, nearest = [] } = beyond ?? {}
  return (
    <div
      role="status"
      aria-busy={beyond !== null && beyond.occasion !== occasion}
      className="flex flex-wrap items-center gap-2 text-sm empty:hidden print:hidden"
    >
      {count > 0 && (
        <>
          <span className="text-muted">{t('beyond', { count })}</span>
          {nearest.map(({ number, customer, startsAt }) => (
            <Button
              key={number}
              size="sm"
              title={number}
              onClick={() => void onChoose(Date.parse(startsAt)).then(() => setTurn(turn + 1))}
            >
              <DateTime instant={startsAt} timeZone={timeZone} show="date" />
              <span className="max-w-40 truncate font-normal text-muted">{customer}</span>
            </Button>
          ))}
          {count > nearest.length && (
            <span className="text-muted">{t('beyondMore', { count: count - nearest.length })}</span>
          )}
        </>
      )}
    </div>
  )
}
