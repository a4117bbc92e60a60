'use client'

import { useState } from 'react'
import type { PeriodWords } from '@/components/booking-site/period-words'
import { SelectBox } from '@/components/booking-site/select-box'
import { controlStyle } from '@/components/ui/control-style'
import { DayField } from '@/components/ui/dates/day-field'
import { useFinePointer } from '@/components/ui/dates/use-fine-pointer'

const MS_PER_DAY = 86_400_000

type PeriodFieldsProps = {
  /** What is chosen, as local times. */
  from: string
  to: string
  today: string
  times: string[]
  locale: string
  words: PeriodWords
  /** In a frame, which would cut our calendar off: the browser's own is used. */
  isEmbedded?: boolean
}

/** Pick-up and return, each a day and an hour. When the pick-up moves, the return moves along and the length stays. */
export function PeriodFields({ from, to, today, times, locale, words, isEmbedded }: PeriodFieldsProps) {
  const [fromDay = '', fromTime = ''] = from.split('T')
  const [toDay = '', toTime = ''] = to.split('T')
  const [days, setDays] = useState({ from: fromDay, to: toDay })

  function movePickup(pickup: string) {
    const length = Date.parse(days.to) - Date.parse(days.from)
    const end = new Date(Date.parse(pickup) + (length > 0 ? length : MS_PER_DAY))
    setDays({ from: pickup, to: Number.isNaN(end.getTime()) ? days.to : end.toISOString().slice(0, 10) })
  }

  const shared = { times, locale, words, isEmbedded }
  return (
    <>
      <Moment
        {...shared}
        name="from"
        day={days.from}
        onDayChange={movePickup}
        time={fromTime}
        earliest={today}
        label={words.pickupDate}
        timeLabel={words.pickupTime}
      />
      <Moment
        {...shared}
        name="to"
        day={days.to}
        onDayChange={(day) => setDays({ ...days, to: day })}
        time={toTime}
        earliest={days.from}
        label={words.returnDate}
        timeLabel={words.returnTime}
      />
    </>
  )
}

type MomentProps = Pick<PeriodFieldsProps, 'times' | 'locale' | 'words' | 'isEmbedded'> & {
  name: 'from' | 'to'
  day: string
  onDayChange: (day: string) => void
  time: string
  earliest: string
  label: string
  timeLabel: string
}

function Moment({
  name,
  day,
  onDayChange,
  time,
  earliest,
  times,
  locale,
  words,
  isEmbedded,
  label,
  timeLabel,
}: MomentProps) {
  const isFine = useFinePointer() && !isEmbedded
  const field = { id: `${name}-day`, name, required: true, min: earliest }
  return (
    <div className="grid grid-cols-[1fr_6rem] items-end gap-2">
      <div className="grid min-w-0 gap-1.5">
        <label htmlFor={field.id} className="font-medium text-sm">
          {label}
        </label>
        {isFine ? (
          <DayField
            {...field}
            day={day}
            onDayChange={onDayChange}
            locale={locale}
            words={words}
            className={`${controlStyle} tabular h-(--control-height) pr-9 pl-2.5`}
          />
        ) : (
          <input
            {...field}
            // What was chosen before the page was alive counts.
            ref={(input) => {
              if (input?.value && input.value !== day) onDayChange(input.value)
            }}
            type="date"
            value={day}
            onChange={({ target }) => onDayChange(target.value)}
            className={`${controlStyle} tabular h-(--control-height) appearance-none px-3`}
          />
        )}
      </div>
      <SelectBox name={`${name}_time`} defaultValue={time} label={timeLabel} labelHidden>
        {times.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </SelectBox>
    </div>
  )
}
