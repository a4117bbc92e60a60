import type { ComponentProps } from 'react'
import { controlStyle } from '@/components/ui/control-style'

type SelectBoxProps = ComponentProps<'select'> & { label: string; labelHidden?: boolean }

/** A labelled list that needs nothing but the browser. */
export function SelectBox({ label, labelHidden, className, children, ...props }: SelectBoxProps) {
  return (
    <label className={`grid min-w-0 gap-1.5 ${className ?? ''}`}>
      <span className={labelHidden ? 'sr-only' : 'font-medium text-sm'}>{label}</span>
      <span className="relative flex items-center">
        <select
          {...props}
          className={`${controlStyle} h-(--control-height) cursor-pointer appearance-none text-ellipsis pr-9 pl-3`}
        >
          {children}
        </select>
        <span className="icon icon-chevron-down pointer-events-none absolute right-3 size-4 text-muted" />
      </span>
    </label>
  )
}
