import type { ComponentProps } from 'react'

type ScrollerProps = Omit<ComponentProps<'section'>, 'aria-label' | 'tabIndex'> & {
  /** What scrolls in it; read out, not shown. */
  label: string
}

/** Room in which something larger scrolls, by the keyboard too; how it overflows is said by its class. */
export function Scroller({ label, ...props }: ScrollerProps) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
  return <section aria-label={label} tabIndex={0} {...props} />
}
