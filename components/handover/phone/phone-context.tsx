'use client'

import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from 'react'
import { type PhoneState, PhoneStore } from '@/components/handover/phone/phone-store'
import { registerWorker } from '@/components/handover/phone/register-worker'

type PhoneUser = { staffName: string; timeZone: string }
type PhoneValue = PhoneUser & { state: PhoneState; store: PhoneStore }

const Context = createContext<PhoneValue | null>(null)

/** What this phone knows and does, for whoever is signed in. */
export function usePhone(): PhoneValue {
  const value = use(Context)
  if (!value) throw new Error('Only inside a PhoneProvider')
  return value
}

/** Opens the phone's memory for one person at one company, sends what waits in it, and keeps the pages for when there is no network. */
export function PhoneProvider({
  owner,
  children,
  ...user
}: PhoneUser & { owner: string; children: ReactNode }) {
  const [store] = useState(() => new PhoneStore(owner))
  const state = useSyncExternalStore(store.subscribe, store.snapshot, store.serverSnapshot)
  useEffect(() => {
    void store.start()
    void registerWorker()
    return () => store.stop()
  }, [store])
  return <Context value={{ ...user, state, store }}>{children}</Context>
}
