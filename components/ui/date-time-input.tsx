'use client'

import { Input, type InputProps } from '@/components/ui/input'

type DatePartProps = Omit<InputProps, 'type'>

/** A calendar day, `2026-11-21`: the system's own picker. */
export function DateInput(props: DatePartProps) {
  return <Input {...props} type="date" className={`tabular ${props.className ?? ''}`} />
}

/** A time of day, `14:30`. */
export function TimeInput(props: DatePartProps) {
  return <Input step={900} {...props} type="time" className={`tabular ${props.className ?? ''}`} />
}

/** Day and time on the company's clock, `2026-11-21T14:30`; `instantOf` makes an instant of it. */
export function DateTimeInput(props: DatePartProps) {
  return <Input step={900} {...props} type="datetime-local" className={`tabular ${props.className ?? ''}`} />
}
