'use client'

import { type ComponentProps, lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { DayWords } from '@/components/ui/dates/words'
import { parseDay, writeDay } from '@/lib/core/typed-dates'

const WITH_YEAR = /[./\s-]\d{4}$|^\d{4}-\d{1,2}-\d{2}$/

/** Most days are typed; the calendar comes when somebody asks for it. */
const loadCalendar = () => import('@/components/ui/dates/day-calendar')
const DayCalendar = lazy(async () => ({ default: (await loadCalendar()).DayCalendar }))

export type DayFieldProps = Omit<
  ComponentProps<'input'>,
  'type' | 'value' | 'defaultValue' | 'onChange' | 'min' | 'max'
> & {
  /** `2026-12-18`, or empty. */
  day: string
  /** Hears the day, an empty text, or what is no day, for the server to say so. */
  onDayChange: (day: string) => void
  min?: string | undefined
  max?: string | undefined
  locale: string
  words: DayWords
}

/**
 * A calendar day as text: shows `Fr 18.12.2026`, understands what people type or paste (`parseDay`), steps with the
 * arrow keys, and opens a calendar by its button or Alt and arrow down. Its look is given to it, room for the button at the end
 * included: a company's site has no use for the merging of classes that the dashboard's fields load.
 */
export function DayField({
  day,
  onDayChange,
  min,
  max,
  locale,
  words,
  name,
  className,
  ...props
}: DayFieldProps) {
  const field = useRef<HTMLSpanElement>(null)
  const input = useRef<HTMLInputElement>(null)
  // What is being typed; null while the day itself is shown.
  const [typed, setTyped] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)

  const problem = problemOf(day, { min, max, locale, words })
  useEffect(() => input.current?.setCustomValidity(problem), [problem])

  // A form that answers every change hears of this one, too: what is sent changes by itself, without an event.
  const sent = useRef<HTMLInputElement>(null)
  const told = useRef(day)
  useEffect(() => {
    if (told.current === day) return
    told.current = day
    sent.current?.dispatchEvent(new Event('change', { bubbles: true }))
  }, [day])

  function take(text: string) {
    const today = new Date().toLocaleDateString('sv')
    const next = text.trim() === '' ? '' : (parseDay(text, locale, today) ?? text)
    if (next !== day) onDayChange(next)
  }

  function type(text: string) {
    setTyped(text)
    // Half a day may look like a whole one; only a written-out year says that no more comes.
    if (text === '' || WITH_YEAR.test(text)) take(text)
  }

  function leave() {
    if (typed !== null) take(typed)
    setTyped(null)
  }

  function step(days: number) {
    const next = new Date(Date.parse(day) + days * 86_400_000)
    if (Number.isNaN(next.getTime())) return
    setTyped(null)
    onDayChange(next.toISOString().slice(0, 10))
  }

  return (
    <span ref={field} className="relative flex w-full items-center">
      <input
        autoComplete="off"
        {...props}
        ref={input}
        // The field's name belongs to the day beneath; what is shown is not sent.
        name={undefined}
        type="text"
        value={typed ?? writeDay(day, locale)}
        onChange={(event) => type(event.target.value)}
        onBlur={(event) => {
          leave()
          props.onBlur?.(event)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') leave()
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          if (event.altKey) setOpen(true)
          else step(event.key === 'ArrowUp' ? 1 : -1)
        }}
        aria-invalid={props['aria-invalid'] ?? (problem !== '' && typed === null ? true : undefined)}
        className={className}
      />
      <button
        type="button"
        // The text is where a keyboard works; the calendar is for those who point.
        tabIndex={-1}
        aria-label={words.calendar}
        title={words.calendar}
        disabled={props.disabled}
        onPointerEnter={loadCalendar}
        onClick={() => setOpen(true)}
        className="absolute right-0 grid h-full w-9 cursor-pointer place-items-center rounded text-muted hover:text-ink disabled:pointer-events-none"
      >
        <span className="icon icon-calendar-days size-4" />
      </button>
      {name && <input ref={sent} type="hidden" name={name} value={day} />}
      {isOpen && (
        <Suspense>
          <DayCalendar
            anchor={field}
            day={day}
            min={min}
            max={max}
            locale={locale}
            words={words}
            onChoose={(next) => {
              setTyped(null)
              setOpen(false)
              onDayChange(next)
            }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </span>
  )
}

/** Why the form cannot take the day; empty when it can. An empty field is its form's business. */
function problemOf(
  day: string,
  { min, max, locale, words }: Pick<DayFieldProps, 'min' | 'max' | 'locale' | 'words'>,
) {
  if (day === '') return ''
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return words.invalid
  if (min && day < min.slice(0, 10)) return `${words.notBefore} ${writeDay(min.slice(0, 10), locale)}`
  if (max && day > max.slice(0, 10)) return `${words.notAfter} ${writeDay(max.slice(0, 10), locale)}`
  return ''
}
