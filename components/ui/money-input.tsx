'use client'

import { useState } from 'react'
import { useFieldControl } from '@/components/ui/field-context'
import { Input, type InputProps } from '@/components/ui/input'
import { formatRappen, parseRappen } from '@/lib/core/money'

type MoneyInputProps = Omit<InputProps, 'value' | 'defaultValue' | 'onChange' | 'type'> & {
  currency: string
  /** In rappen. */
  defaultValue?: number | null
  /** Hears the amount in rappen; null while the text is empty or no amount. */
  onAmountChange?: (amountRappen: number | null) => void
}

/**
 * An amount of money. Takes what people type or paste (`1'234.50`, `CHF 12,5`, `80.–`), shows it tidied on blur and
 * sends the form whole rappen under its name.
 */
export function MoneyInput({ currency, defaultValue, onAmountChange, className, ...own }: MoneyInputProps) {
  const { name, ...props } = useFieldControl(own)
  const [text, setText] = useState(defaultValue == null ? '' : formatRappen(defaultValue))
  const amountRappen = parseRappen(text)

  function change(next: string) {
    setText(next)
    onAmountChange?.(parseRappen(next))
  }

  return (
    <>
      <Input
        {...props}
        // The field's name belongs to the amount beneath; what is shown is not sent.
        name={undefined}
        inputMode="decimal"
        autoComplete="off"
        placeholder={props.placeholder ?? '0.00'}
        prefix={currency}
        value={text}
        onChange={(event) => change(event.target.value)}
        onBlur={(event) => {
          if (amountRappen !== null) setText(formatRappen(amountRappen))
          props.onBlur?.(event)
        }}
        aria-invalid={props['aria-invalid'] ?? (text !== '' && amountRappen === null ? true : undefined)}
        className={`tabular text-right ${className ?? ''}`}
      />
      {/* Text that is no amount is sent as it is, so that the server can say what is wrong with it. */}
      {name && <input type="hidden" name={name} value={amountRappen ?? text} />}
    </>
  )
}
