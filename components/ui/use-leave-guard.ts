import { useEffect } from 'react'

/** While something would be lost, the browser asks before the page is left; links leave it by the browser too, so that it does. */
export function useLeaveGuard(wouldLose: boolean) {
  useEffect(() => {
    if (!wouldLose) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    function follow(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
      if (!link || link.target || link.download || event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      event.stopPropagation()
      window.location.assign(link.href)
    }
    window.addEventListener('beforeunload', ask)
    document.addEventListener('click', follow, true)
    return () => {
      window.removeEventListener('beforeunload', ask)
      document.removeEventListener('click', follow, true)
    }
  }, [wouldLose])
}
