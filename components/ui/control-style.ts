/** What everything that can be typed into has in common. */
export const controlStyle = [
  'w-full min-w-0 rounded border border-control bg-surface text-(length:--control-text) text-ink',
  'transition-colors hover:border-muted focus-visible:border-ring focus-visible:outline-offset-0',
  'disabled:cursor-not-allowed disabled:border-line-strong disabled:bg-sunken disabled:text-muted',
  '[&[readonly]]:bg-sunken aria-invalid:border-overdue aria-invalid:bg-overdue-soft',
].join(' ')
