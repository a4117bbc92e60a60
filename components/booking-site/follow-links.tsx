'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Follows the site's own links (`SiteLink`) without a reload. Until it is alive, and in a new tab, the browser does. */
export function FollowLinks() {
  const router = useRouter()
  useEffect(() => {
    function follow(event: MouseEvent) {
      if (event.defaultPrevented || event.button !== 0) return
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-follow]')
      if (!link) return
      event.preventDefault()
      router.push(link.getAttribute('href') ?? '/', { scroll: link.dataset.follow !== 'in place' })
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [router])
  return null
}
