'use client'

import { useEffect } from 'react'
import { forgetBooked, forgetKept } from '@/components/booking-site/details-form/kept-details'

/** Clears the tab's memory of the form: the booking stands, nobody needs the entries here any more. */
export function ForgetDetails() {
  useEffect(forgetKept, [])
  return null
}

/** Clears the tab's memory of a hold that has lapsed, so that its vehicle can be chosen like any other. */
export function ForgetHold() {
  useEffect(forgetBooked, [])
  return null
}
