import { notFound, redirect } from 'next/navigation'
import { pageContext } from '@/app/(dashboard)/page-context'
import { findRecord } from '@/lib/timeline/queries'

type RecordPageProps = { params: Promise<{ number: string }> }

/** The way from a block of the timeline, which knows its number only, to its record. */
export default async function RecordPage({ params }: RecordPageProps) {
  const ctx = await pageContext('reservations.see')
  const href = await findRecord(ctx, (await params).number)
  if (!href) notFound()
  redirect(href)
}
