'use client'

import { type SyntheticEvent, useRef } from 'react'

/**
 * For what lies over the page: once something was typed into a form on it, a press beside it closes nothing any more, because that
 * happens by accident. Escape, the cross and the form's own buttons still do.
 */
export function useTypedGuard() {
  const typedIn = useRef<Element>(null)
  return {
    onInput: ({ target, currentTarget }: SyntheticEvent<Element>) => {
      if (target instanceof Element && target.closest('form')) typedIn.current = currentTarget
    },
    // What was closed meanwhile is no longer in the document; opened again it is new.
    onInteractOutside: (event: Event) => {
      if (typedIn.current?.isConnected) event.preventDefault()
    },
  }
}
