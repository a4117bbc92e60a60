'use client'

import type { ComponentProps } from 'react'
import { useFieldError } from '@/components/dashboard/action-form'
import { Field } from '@/components/ui/field'

/** A field of an `ActionForm`: shows what the action found wrong with it. */
export function FormField({ name, ...props }: ComponentProps<typeof Field> & { name: string }) {
  return <Field name={name} error={useFieldError(name)} {...props} />
}
