'use client'

import { useEffect } from 'react'
import { keep } from '@/components/booking-site/details-form/kept-details'

/** Fills the booking form's first lines in advance, for whoever comes from the waiting list. */
export function KeepContact({ contact }: { contact: Record<string, string | null> }) {
  useEffect(() => {
    const known = Object.entries(contact).filter((entry): entry is [string, string] => Boolean(entry[1]))
    keep({ values: Object.fromEntries(known) })
  }, [contact])
  return null
}
