'use client'

import type { ComponentProps, ReactNode } from 'react'
import { useFieldError } from '@/app/(auth)/auth-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

type TextFieldProps = Omit<ComponentProps<typeof Input>, 'name'> & {
  name: string
  label: ReactNode
  help?: ReactNode
}

/** A line of text in an account form, with what is wrong with it. */
export function TextField({ name, label, help, ...input }: TextFieldProps) {
  return (
    <Field name={name} label={label} help={help} error={useFieldError(name)} required>
      <Input className="h-12 text-base" {...input} />
    </Field>
  )
}
