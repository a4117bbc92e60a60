'use client'

import type { CountryCode } from 'libphonenumber-js'
import { useState } from 'react'
import { Input, type InputProps } from '@/components/ui/input'

type PhoneInputProps = Omit<InputProps, 'value' | 'defaultValue' | 'type'> & {
  defaultValue?: string
  /** The country of a number written without one. */
  country?: CountryCode
}

/** A telephone number; on blur it is written internationally (`+41 79 123 45 67`). What it does not know it leaves. */
export function PhoneInput({
  defaultValue = '',
  country = 'CH',
  onChange,
  onBlur,
  ...props
}: PhoneInputProps) {
  const [text, setText] = useState(defaultValue)

  async function tidy(typed: string) {
    if (!typed.trim()) return
    // The numbering plans weigh more than the rest of a form, so they are fetched when a number has been typed.
    const { parsePhoneNumberFromString } = await import('libphonenumber-js/min')
    const number = parsePhoneNumberFromString(typed, country)
    if (number?.isPossible())
      setText((current) => (current === typed ? number.formatInternational() : current))
  }

  return (
    <Input
      {...props}
      type="tel"
      autoComplete={props.autoComplete ?? 'tel'}
      value={text}
      placeholder={props.placeholder ?? '+41 79 123 45 67'}
      onChange={(event) => {
        setText(event.target.value)
        onChange?.(event)
      }}
      onBlur={(event) => {
        void tidy(event.target.value)
        onBlur?.(event)
      }}
      className={`tabular ${props.className ?? ''}`}
    />
  )
}
