import type { ComponentProps } from 'react'
import { Button } from '@/components/ui/button'

/** A button that shows only an icon; `label` is what it is called, for those who cannot see it and as a hint. */
export function IconButton({
  label,
  size = 'icon',
  ...props
}: ComponentProps<typeof Button> & { label: string }) {
  return <Button variant="ghost" {...props} size={size} aria-label={label} title={label} />
}
