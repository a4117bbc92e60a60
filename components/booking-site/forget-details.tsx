'use client'

import { useEffect } from 'react'
import { forgetKept } from '@/components/booking-site/details-form/kept-details'

/** Clears the tab's memory of the form: the booking stands, nobody needs the entries here any more. */
export function ForgetDetails() {
  useEffect(forgetKept, [])
  return null
}
