'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined
const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform)

/** What the key of shortcuts is called on this machine: ⌘ or Ctrl. */
export function useModKey(): string {
  return useSyncExternalStore(never, isApple, () => true) ? '⌘' : 'Ctrl'
}
