'use client'

import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { controlStyle } from '@/components/ui/control-style'
import { useFieldControl } from '@/components/ui/field-context'

export type InputProps = Omit<ComponentProps<'input'>, 'prefix'> & {
  /** Shown inside, before the text: a unit or an icon. */
  prefix?: ReactNode
  /** Shown inside, after the text. */
  suffix?: ReactNode
}

/** One line of text. Inside a `Field` it takes name, label and error from it. */
export function Input({ className, prefix, suffix, ...own }: InputProps) {
  const props = useFieldControl(own)
  const input = (
    <input
      {...props}
      className={cn(
        controlStyle,
        'h-(--control-height) px-2.5',
        prefix && 'pl-11',
        suffix && 'pr-11',
        className,
      )}
    />
  )
  if (!prefix && !suffix) return input
  return (
    <span className="relative flex w-full items-center">
      {prefix && <Affix className="left-0">{prefix}</Affix>}
      {input}
      {suffix && <Affix className="right-0">{suffix}</Affix>}
    </span>
  )
}

function Affix({ className, children }: { className: string; children: ReactNode }) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        'pointer-events-none absolute grid w-11 place-items-center text-muted text-xs',
        className,
      )}
    >
      {children}
    </span>
  )
}
