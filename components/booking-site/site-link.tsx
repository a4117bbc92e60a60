import type { ComponentProps } from 'react'

type SiteLinkProps = ComponentProps<'a'> & {
  href: string
  /** The page stays where it is scrolled to. */
  inPlace?: boolean
}

/** A link of the site. `FollowLinks` follows it without a reload; a page of results has dozens, which Next's would bring to life one by one. */
export function SiteLink({ inPlace, ...props }: SiteLinkProps) {
  return <a {...props} data-follow={inPlace ? 'in place' : ''} />
}
