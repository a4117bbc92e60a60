import { BellRing } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button-style'
import { type Search, searchQuery } from '@/lib/booking-site/search-state'

/** The way to the waiting list for what was looked for in vain. */
export function JoinLink({ search }: { search: Search }) {
  const t = useTranslations('booking-site.waiting')
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Link
        href={`/waiting?${searchQuery({ ...search, extras: {} })}`}
        prefetch={false}
        className={buttonStyle({ size: 'lg' })}
      >
        <BellRing aria-hidden="true" />
        {t('join')}
      </Link>
      <p className="text-muted text-sm">{t('joinHelp')}</p>
    </div>
  )
}
