import { KeyRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Booking } from '@/lib/booking-site/booking'

/** How the keys are reached when nobody is there; told a day before the pickup. */
export function KeyBox({ box }: { box: NonNullable<Booking['keyBox']> }) {
  const t = useTranslations('booking-site.booking.keyBox')
  return (
    <section className="grid gap-2 rounded-lg border border-accent-line bg-surface p-5">
      <h2 className="flex items-center gap-2 font-semibold text-lg">
        <KeyRound aria-hidden="true" className="size-5" />
        {t('title')}
      </h2>
      <p className="text-muted">{t('text', { place: box.place })}</p>
      <p className="tabular break-all font-semibold text-2xl">{box.code}</p>
      {box.instructions && <p className="whitespace-pre-line">{box.instructions}</p>}
    </section>
  )
}
