'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { readKept } from '@/components/booking-site/details-form/kept-details'
import { SiteLink } from '@/components/booking-site/site-link'
import { buttonStyle } from '@/components/ui/button-style'

type OwnBookingProps = { vehicleId: string; title: string; text: string; open: string; children: ReactNode }

/**
 * Tells the customer who comes back from the payment page that it is their own reservation that holds the vehicle;
 * everybody else sees the children.
 */
export function OwnBooking({ vehicleId, title, text, open, children }: OwnBookingProps) {
  const [page, setPage] = useState<string | null>(null)
  useEffect(() => {
    const { booked } = readKept()
    if (booked?.vehicleId === vehicleId) setPage(booked.page)
  }, [vehicleId])
  if (!page) return children
  return (
    <section className="grid max-w-md gap-3 py-6">
      <h1 className="font-semibold text-2xl">{title}</h1>
      <p className="text-lg text-muted">{text}</p>
      <div className="mt-2">
        <SiteLink href={page} className={buttonStyle({ variant: 'primary', size: 'lg' })}>
          {open}
        </SiteLink>
      </div>
    </section>
  )
}
