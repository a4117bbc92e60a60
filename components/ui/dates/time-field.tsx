'use client'

import { useState } from 'react'
import { Input, type InputProps } from '@/components/ui/input'
import { parseTime } from '@/lib/core/typed-dates'

const STEP_MINUTES = 15
const DAY_MINUTES = 24 * 60

type TimeFieldProps = Omit<InputProps, 'type' | 'value' | 'defaultValue' | 'onChange'> & {
  /** `14:30`, or empty. */
  time: string
  onTimeChange: (time: string) => void
}

/** A time of day as text, on 24 hours whatever the browser speaks: `1430` and `14.30` are understood, arrow keys step by a quarter. */
export function TimeField({ time, onTimeChange, name, className, ...props }: TimeFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)

  function take(text: string) {
    const next = parseTime(text) ?? text
    if (next !== time) onTimeChange(next)
  }

  function leave() {
    if (typed !== null) take(typed)
    setTyped(null)
  }

  function step(minutes: number) {
    const [hour = 0, minute = 0] = (parseTime(time) ?? '00:00').split(':').map(Number)
    const next = (hour * 60 + minute + minutes + DAY_MINUTES) % DAY_MINUTES
    setTyped(null)
    onTimeChange(`${String(Math.floor(next / 60)).padStart(2, '0')}:${String(next % 60).padStart(2, '0')}`)
  }

  return (
    <>
      <Input
        autoComplete="off"
        inputMode="numeric"
        maxLength={5}
        {...props}
        name={undefined}
        type="text"
        value={typed ?? time}
        onChange={({ target }) => {
          setTyped(target.value)
          if (/^(\d\d:\d\d)?$/.test(target.value)) take(target.value)
        }}
        onBlur={(event) => {
          leave()
          props.onBlur?.(event)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') leave()
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          step(event.key === 'ArrowUp' ? STEP_MINUTES : -STEP_MINUTES)
        }}
        aria-invalid={
          props['aria-invalid'] ?? (typed === null && time !== '' && !parseTime(time) ? true : undefined)
        }
        className={`tabular ${className ?? ''}`}
      />
      {name && <input type="hidden" name={name} value={time} />}
    </>
  )
}
