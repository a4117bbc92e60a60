'use client'

import { createContext, type ReactNode, useContext, useState } from 'react'
import type { FoundCustomer } from '@/components/reservations/desk/customer-search'

/** What was typed and chosen for a reservation, by the names of the fields. Written to, never replaced. */
export type Draft = {
  typed: Record<string, string>
  quantities: Record<string, number>
  /** Undefined until somebody is chosen or let go again. */
  customer?: FoundCustomer | null
}

const DraftContext = createContext<Draft>({ typed: {}, quantities: {} })

/** Keeps what was entered for a reservation while another vehicle or another period is looked for. */
export function DraftProvider({ children }: { children: ReactNode }) {
  const [draft] = useState<Draft>({ typed: {}, quantities: {} })
  return <DraftContext value={draft}>{children}</DraftContext>
}

export function useDraft(): Draft {
  return useContext(DraftContext)
}
