import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SideScroller } from '@/components/booking-site/side-scroller'
import { KeepOffline } from '@/components/portal/keep-offline'

/** The portal's rooms, in the order of a rental; `path` follows the private link. */
export type PortalRoom = 'overview' | 'checkin' | 'terms' | 'guide' | 'messages' | 'change'

const PATHS: Record<PortalRoom, string> = {
  overview: '',
  checkin: '/checkin',
  terms: '/terms',
  guide: '/guide',
  messages: '/messages',
  change: '/change',
}

type PortalFrameProps = {
  token: string
  current: PortalRoom
  /** Rooms that have something for this booking now. */
  rooms: PortalRoom[]
  children: ReactNode
}

/** A page of the portal under its navigation, kept for when there is no network; with one room there is none to go through. */
export function PortalFrame({ token, current, rooms, children }: PortalFrameProps) {
  const t = useTranslations('portal.rooms')
  const offline = useTranslations('portal.offline')
  const kept = (['overview', 'guide'] as const).filter((room) => rooms.includes(room))
  return (
    <div className="mx-auto grid max-w-2xl gap-5">
      {rooms.length > 1 && (
        <SideScroller label={t('label')} current={current} className="-mx-4 -mt-4 border-b px-4">
          <ul className="flex gap-5">
            {rooms.map((room) => (
              <li key={room}>
                <Link
                  href={`/portal/${token}${PATHS[room]}`}
                  prefetch={false}
                  aria-current={room === current ? 'page' : undefined}
                  className="inline-flex h-11 items-center whitespace-nowrap border-transparent border-b-2 text-muted hover:text-ink aria-[current]:border-accent-line aria-[current]:font-medium aria-[current]:text-ink"
                >
                  {t(room)}
                </Link>
              </li>
            ))}
          </ul>
        </SideScroller>
      )}
      <KeepOffline
        scope={`/portal/${token}`}
        pages={[...kept.map((room) => PATHS[room]), '/offline'].map((path) => `/portal/${token}${path}`)}
        note={offline('note')}
        unsentNote={offline('unsent')}
      />
      {children}
    </div>
  )
}
