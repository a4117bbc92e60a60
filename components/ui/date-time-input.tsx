'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { cn } from '@/components/ui/cn'
import { controlStyle } from '@/components/ui/control-style'
import { DayField } from '@/components/ui/dates/day-field'
import { TimeField } from '@/components/ui/dates/time-field'
import { useFinePointer } from '@/components/ui/dates/use-fine-pointer'
import { dayWords } from '@/components/ui/dates/words'
import { useFieldControl } from '@/components/ui/field-context'
import { Input, type InputProps } from '@/components/ui/input'

const dayStyle = [controlStyle, 'tabular h-(--control-height) pr-9 pl-2.5']

type DatePartProps = Omit<
  InputProps,
  'type' | 'value' | 'defaultValue' | 'onChange' | 'min' | 'max' | 'prefix' | 'suffix'
> & {
  value?: string
  defaultValue?: string
  min?: string
  max?: string
  /** Hears every change; an empty text where nothing is chosen. */
  onValueChange?: (value: string) => void
}

/** A calendar day, `2026-11-21`. */
export function DateInput({ min, max, ...props }: DatePartProps) {
  const { control, value, change } = useDatePart(props)
  const { isFine, locale, words } = useDayWords()
  if (!isFine)
    return <NativeInput {...control} type="date" value={value} onChange={change} min={min} max={max} />
  return (
    <DayField
      {...control}
      className={cn(dayStyle, control.className)}
      day={value}
      onDayChange={change}
      min={min}
      max={max}
      locale={locale}
      words={words}
    />
  )
}

/** A time of day, `14:30`. */
export function TimeInput({ min, max, ...props }: DatePartProps) {
  const { control, value, change } = useDatePart(props)
  const isFine = useFinePointer()
  if (!isFine)
    return <NativeInput {...control} type="time" value={value} onChange={change} min={min} max={max} />
  return <TimeField {...control} time={value} onTimeChange={change} />
}

/** Day and time on the company's clock, `2026-11-21T14:30`; `instantOf` makes an instant of it. */
export function DateTimeInput({ min, max, ...props }: DatePartProps) {
  const { control, value, change } = useDatePart(props)
  const { isFine, locale, words } = useDayWords()
  const time = useTranslations('ui.calendar')('time')
  // The time that stands there while its day is missing.
  const [waiting, setWaiting] = useState('')
  if (!isFine)
    return (
      <NativeInput {...control} type="datetime-local" value={value} onChange={change} min={min} max={max} />
    )
  const [day = '', clock = waiting] = value.split('T')
  const { name, ...own } = control

  function set(nextDay: string, nextClock: string) {
    const isWhole = /^\d{4}-\d{2}-\d{2}T/.test(nextDay)
    setWaiting(nextClock)
    // A day and a time pasted together are both meant; a time without a day is nothing yet.
    change(isWhole || nextDay === '' ? nextDay : `${nextDay}T${nextClock}`)
  }

  return (
    <span className="grid w-full grid-cols-[minmax(0,1fr)_4.5rem] gap-2">
      <DayField
        {...own}
        className={cn(dayStyle, own.className)}
        day={day}
        onDayChange={(next) => set(next, clock)}
        min={min}
        max={max}
        locale={locale}
        words={words}
      />
      <TimeField
        time={clock}
        onTimeChange={(next) => set(day, next)}
        aria-label={time}
        required={own.required}
        disabled={own.disabled}
        aria-invalid={own['aria-invalid']}
      />
      {name && <input type="hidden" name={name} value={value} />}
    </span>
  )
}

type NativeInputProps = Omit<InputProps, 'onChange'> & { onChange: (value: string) => void }

/** The system's own picker. */
function NativeInput({ onChange, className, ...props }: NativeInputProps) {
  return (
    <Input
      {...props}
      step={props.type === 'date' ? undefined : 900}
      onChange={({ target }) => onChange(target.value)}
      className={`tabular ${className ?? ''}`}
    />
  )
}

function useDatePart({ value, defaultValue = '', onValueChange, ...own }: DatePartProps) {
  const control = useFieldControl(own)
  const [kept, keep] = useState(defaultValue)
  return {
    control,
    value: value ?? kept,
    change: (next: string) => {
      keep(next)
      onValueChange?.(next)
    },
  }
}

function useDayWords() {
  const t = useTranslations('ui.calendar')
  return { isFine: useFinePointer(), locale: useLocale(), words: dayWords(t) }
}
