'use client'

import { useTranslations } from 'next-intl'
import { type ComponentProps, useState } from 'react'
import { FormField } from '@/components/dashboard/form-field'
import { Input } from '@/components/ui/input'
import { formatIban, readIban, readUid } from '@/lib/core/identifiers'

const KINDS = {
  iban: {
    placeholder: 'CH93 0076 2011 6238 5295 7',
    tidy: (text: string) => {
      const iban = readIban(text)
      return iban && formatIban(iban)
    },
  },
  uid: { placeholder: 'CHE-123.456.788', tidy: readUid },
}

type IdentifierFieldProps = Omit<ComponentProps<typeof FormField>, 'children' | 'error'> & {
  kind: keyof typeof KINDS
  defaultValue: string
}

/** A number with a check digit: whatever way it is pasted it is written as usual on blur, or said to be wrong or missing. */
export function IdentifierField({ kind, defaultValue, ...field }: IdentifierFieldProps) {
  const problems = useTranslations('errors.validation')
  const { placeholder, tidy } = KINDS[kind]
  const [text, setText] = useState(() => tidy(defaultValue) ?? defaultValue)
  const [isChecked, setChecked] = useState(false)
  const tidied = tidy(text)
  const isMissing = text.trim() === ''
  const problem = isMissing ? field.required && 'required' : tidied === null && kind

  function check() {
    setChecked(true)
    if (tidied) setText(tidied)
  }

  return (
    <FormField {...field} {...(isChecked && problem && { error: problems(problem) })}>
      <Input
        value={text}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        className="tabular"
        onChange={(event) => {
          setText(event.target.value)
          setChecked(false)
        }}
        onBlur={check}
      />
    </FormField>
  )
}
