import { useEffect } from 'react'

/**
 * While something would be lost, the browser asks before the page is left; links, Back and Forward inside the app leave it by the browser too, so
 * that it does.
 */
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
    function turn(event: NavigateEvent) {
      const address = turnedTo(event, window.location.pathname)
      if (address === null) return
      event.preventDefault()
      // Once this turn is called off. In place of what is left: nothing behind it has to be left twice.
      window.setTimeout(() => window.location.replace(address))
    }
    window.addEventListener('beforeunload', ask)
    document.addEventListener('click', follow, true)
    // A browser from before 2026 may not tell of it.
    const navigation: Navigation | undefined = window.navigation
    navigation?.addEventListener('navigate', turn)
    return () => {
      window.removeEventListener('beforeunload', ask)
      document.removeEventListener('click', follow, true)
      navigation?.removeEventListener('navigate', turn)
    }
  }, [wouldLose])
}

type Turn = Pick<NavigateEvent, 'navigationType' | 'cancelable'> & {
  destination: Pick<NavigationDestination, 'url' | 'sameDocument'>
}

/**
 * Where Back or Forward leads without the browser asking by itself: to another page shown in the same document. Null where it asks, where nothing is
 * left, and where it lets nobody hold people back.
 */
export function turnedTo({ navigationType, cancelable, destination }: Turn, pathname: string): string | null {
  const isAsked = navigationType !== 'traverse' || !cancelable || !destination.sameDocument
  return isAsked || new URL(destination.url).pathname === pathname ? null : destination.url
}
