import { cn } from '@/components/ui/cn'

type AvatarProps = {
  name: string
  /** Companies are square, people round. */
  shape?: 'round' | 'square'
  size?: 'sm' | 'md' | 'lg'
  className?: string
}

const sizes = { sm: 'size-5 text-[0.625rem]', md: 'size-7 text-xs', lg: 'size-10 text-base' }

/** First letters of the first and last word: `Anna Maria Keller` → `AK`. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word))
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => [...(word ?? '')][0]?.toUpperCase()).join('')
}

/** A person or company by its letters. The name itself stands beside it, so this is only seen. */
export function Avatar({ name, shape = 'round', size = 'md', className }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        'inline-grid shrink-0 select-none place-items-center bg-accent-soft font-medium text-accent-text',
        shape === 'round' ? 'rounded-full' : 'rounded',
        sizes[size],
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  )
}
