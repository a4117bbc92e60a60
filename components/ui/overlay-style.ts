/** The veil over the page under a dialog or sheet. */
export const scrimStyle =
  'fixed inset-0 z-40 bg-scrim data-[state=closed]:animate-fade-out data-[state=open]:animate-fade-in'

/** What floats beside the thing that opened it: menus, popovers. */
export const floatStyle =
  'z-50 rounded-lg border border-line-strong bg-raised text-ink shadow-float outline-none data-[state=open]:animate-pop-in data-[state=closed]:animate-fade-out'

/** A line of a menu. */
export const menuItemStyle = [
  'flex min-h-(--control-height-small) w-full cursor-pointer select-none items-center gap-2 rounded px-2 py-1 text-sm outline-none',
  'data-[highlighted]:bg-pressed data-[selected=true]:bg-pressed data-[disabled]:pointer-events-none data-[disabled]:text-faint',
  '[&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted',
].join(' ')
