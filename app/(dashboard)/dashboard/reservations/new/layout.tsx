import type { ReactNode } from 'react'
import { DraftProvider } from '@/components/reservations/desk/draft'

/** The page is drawn anew for every choice; what was typed stays. */
export default function NewReservationLayout({ children }: { children: ReactNode }) {
  return <DraftProvider>{children}</DraftProvider>
}
