'use client'

import { createContext, useContext } from 'react'

/** What a field tells the control inside it, so that label, help and error belong to it. */
type FieldControl = {
  id: string
  name?: string
  required?: boolean
  disabled?: boolean
  'aria-describedby'?: string
  'aria-invalid'?: true
}

export const FieldContext = createContext<FieldControl | null>(null)

/** The props a control takes from the field around it; its own win, and without a field there are none. */
export function useFieldControl<P extends object>(own: P): P & Partial<FieldControl> {
  const field = useContext(FieldContext)
  return { ...field, ...own }
}
