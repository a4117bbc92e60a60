'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Anchor, Content, Portal, Root } from 'radix-ui/popover'
import { type RefObject, useRef } from 'react'
import { type ClassNames, DayPicker, type Formatters, type Labels } from 'react-day-picker'
import type { DayWords } from '@/components/ui/dates/words'
import { floatStyle } from '@/components/ui/overlay-style'
import { languageTag } from '@/lib/core/language-tag'

type DayCalendarProps = {
  /** The field it belongs to; the calendar opens beneath and gives the focus back to it. */
  anchor: RefObject<HTMLElement | null>
  day: string
  min?: string | undefined
  max?: string | undefined
  locale: string
  words: DayWords
  onChoose: (day: string) => void
  onClose: () => void
}

/** A month to choose a day from, beneath its field. Arrow keys move by day and week, Page Up and Down by month. */
export function DayCalendar({ anchor, day, min, max, locale, words, onChoose, onClose }: DayCalendarProps) {
  const chosen = dateOf(day)
  const [earliest, latest] = [dateOf(min), dateOf(max)]
  const today = useRef(new Date()).current
  return (
    <Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Anchor virtualRef={anchor as RefObject<HTMLElement>} />
      {/* Within what sets colours and sizes for the field, so that the calendar has the same. */}
      <Portal container={anchor.current?.closest<HTMLElement>('[data-density]')}>
        <Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={words.calendar}
          className={`${floatStyle} p-3`}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            anchor.current?.querySelector('input')?.focus()
          }}
        >
          <DayPicker
            mode="single"
            required
            autoFocus
            showOutsideDays
            fixedWeeks
            weekStartsOn={1}
            selected={chosen}
            onSelect={(date) => onChoose(dayOf(date))}
            defaultMonth={chosen ?? earliest ?? latest ?? today}
            // Far days, such as those of birth, are reached by year; near ones by turning pages.
            captionLayout={min ? 'label' : 'dropdown'}
            startMonth={earliest ?? new Date(today.getFullYear() - 110, 0)}
            endMonth={latest ?? new Date(today.getFullYear() + 20, 11)}
            disabled={[...(earliest ? [{ before: earliest }] : []), ...(latest ? [{ after: latest }] : [])]}
            formatters={formattersFor(locale)}
            labels={labelsFor(locale, words)}
            classNames={classNames}
            components={{ Chevron }}
          />
        </Content>
      </Portal>
    </Root>
  )
}

const square = 'grid size-9 place-items-center rounded'

const classNames: Partial<ClassNames> = {
  months: 'relative',
  month_caption: 'flex h-9 items-center pr-20 pl-2',
  caption_label: 'flex items-center gap-1 font-medium text-sm',
  dropdowns: 'flex gap-3',
  dropdown_root: 'relative [&_svg]:rotate-90',
  dropdown: 'absolute inset-0 cursor-pointer opacity-0',
  nav: 'absolute top-0 right-0 z-10 flex',
  button_previous: `${square} text-muted hover:bg-sunken hover:text-ink aria-disabled:opacity-40`,
  button_next: `${square} text-muted hover:bg-sunken hover:text-ink aria-disabled:opacity-40`,
  month_grid: 'mt-1 border-collapse',
  weekday: 'h-8 w-9 font-normal text-muted text-xs',
  day: 'p-0 text-sm tabular',
  day_button: `${square} hover:bg-sunken disabled:pointer-events-none`,
  outside: 'text-faint',
  disabled: 'text-faint line-through opacity-60',
  today: '[&>button]:font-semibold [&>button]:ring-1 [&>button]:ring-line-strong [&>button]:ring-inset',
  selected: '[&>button]:bg-accent! [&>button]:text-accent-ink!',
}

function Chevron({ orientation }: { orientation?: 'up' | 'down' | 'left' | 'right' }) {
  const Icon = orientation === 'left' ? ChevronLeft : ChevronRight
  return <Icon aria-hidden="true" className={orientation === 'down' ? 'size-3.5 text-muted' : 'size-4'} />
}

function formattersFor(locale: string): Partial<Formatters> {
  const written = (date: Date, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(languageTag(locale), options).format(date)
  return {
    formatCaption: (date) => written(date, { month: 'long', year: 'numeric' }),
    formatWeekdayName: (date) => written(date, { weekday: 'short' }).replace('.', ''),
    formatMonthDropdown: (date) => written(date, { month: 'long' }),
    formatYearDropdown: (date) => String(date.getFullYear()),
  }
}

function labelsFor(locale: string, words: DayWords): Partial<Labels> {
  const full = new Intl.DateTimeFormat(languageTag(locale), { dateStyle: 'full' })
  return {
    labelDayButton: (date) => full.format(date),
    labelPrevious: () => words.previousMonth,
    labelNext: () => words.nextMonth,
    labelMonthDropdown: () => words.month,
    labelYearDropdown: () => words.year,
  }
}

/** Noon on the reader's own clock, so that no change of clocks moves it to another day. */
function dateOf(day: string | undefined): Date | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day ?? '')
  return match ? new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3]), 12) : undefined
}

function dayOf(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
