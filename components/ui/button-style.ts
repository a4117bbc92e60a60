import { cva, type VariantProps } from 'class-variance-authority'

/** How a button looks; also for links that act as one. */
export const buttonStyle = cva(
  [
    'inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded font-medium',
    'transition-colors disabled:pointer-events-none disabled:opacity-50 aria-disabled:pointer-events-none aria-disabled:opacity-50',
    '[&_svg]:size-4 [&_svg]:shrink-0',
  ],
  {
    variants: {
      variant: {
        primary: 'bg-accent text-accent-ink hover:bg-accent-hover',
        secondary: 'border border-line-strong bg-surface text-ink hover:bg-sunken active:bg-pressed',
        ghost: 'text-muted hover:bg-sunken hover:text-ink active:bg-pressed',
        danger: 'bg-danger text-danger-ink hover:bg-danger-hover',
        link: 'h-auto! px-0! text-accent-text underline decoration-line-strong underline-offset-4 hover:decoration-current',
      },
      size: {
        sm: 'h-(--control-height-small) px-2.5 text-xs',
        md: 'h-(--control-height) px-3 text-(length:--button-text)',
        lg: 'h-12 px-5 text-base',
        // The thumb's: it says an amount and a way to pay, and rather takes two lines than leave a phone's window.
        xl: 'min-h-14 max-w-full whitespace-normal! text-balance px-6 py-2 text-lg leading-snug [&_svg]:size-5',
        icon: 'size-(--control-height) p-0',
        'icon-sm': 'size-(--control-height-small) p-0',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
)

export type ButtonStyle = VariantProps<typeof buttonStyle>
