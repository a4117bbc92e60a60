'use client'

import { useState } from 'react'
import { Input, type InputProps } from '@/components/ui/input'
import { tidyPlate } from '@/components/ui/plate'

type PlateInputProps = Omit<InputProps, 'value' | 'defaultValue' | 'type'> & { defaultValue?: string }

/** A licence plate; on blur it is written as the product writes plates (`ZH 431 254`). */
export function PlateInput({ defaultValue = '', className, onChange, onBlur, ...props }: PlateInputProps) {
  const [text, setText] = useState(defaultValue)
  return (
    <Input
      {...props}
      value={text}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      placeholder={props.placeholder ?? 'ZH 123 456'}
      onChange={(event) => {
        setText(event.target.value)
        onChange?.(event)
      }}
      onBlur={(event) => {
        setText(tidyPlate(text))
        onBlur?.(event)
      }}
      className={`tabular uppercase placeholder:normal-case ${className ?? ''}`}
    />
  )
}
