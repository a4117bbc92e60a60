'use client'

import type { ComponentProps } from 'react'
import { cn } from '@/components/ui/cn'
import { controlStyle } from '@/components/ui/control-style'
import { useFieldControl } from '@/components/ui/field-context'

/** Several lines of text; grows with what is written where the browser can. */
export function Textarea({ className, ...own }: ComponentProps<'textarea'>) {
  const props = useFieldControl(own)
  return (
    <textarea
      rows={3}
      {...props}
      className={cn(controlStyle, 'field-sizing-content max-h-80 min-h-20 px-2.5 py-1.5', className)}
    />
  )
}
