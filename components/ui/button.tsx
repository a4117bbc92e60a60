import { Slot } from 'radix-ui/slot'
import type { ComponentProps } from 'react'
import { type ButtonStyle, buttonStyle } from '@/components/ui/button-style'
import { cn } from '@/components/ui/cn'
import { Spinner } from '@/components/ui/spinner'

type ButtonProps = ComponentProps<'button'> &
  ButtonStyle & {
    /** Renders the child (a link, say) as the button. */
    asChild?: boolean
    /** Work is under way: keeps its width, shows a spinner, takes no second press. */
    loading?: boolean
  }

/** A button. One `primary` a screen; `danger` only where something is lost. Defaults to `type="button"`. */
export function Button({ className, variant, size, asChild, loading, children, ...props }: ButtonProps) {
  const style = cn(buttonStyle({ variant, size }), className)
  if (asChild)
    return (
      <Slot className={style} {...props}>
        {children}
      </Slot>
    )
  return (
    <button
      type="button"
      {...props}
      className={cn(style, loading && 'relative disabled:opacity-100')}
      disabled={props.disabled || loading}
      aria-busy={loading || undefined}
    >
      {loading && <Spinner className="absolute" />}
      <span className={cn('inline-flex min-w-0 items-center gap-2', loading && 'opacity-0')}>{children}</span>
    </button>
  )
}
