'use client'

import { Maximize2, X } from 'lucide-react'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { withParameters } from '@/components/lists/list-address'
import { Button } from '@/components/ui/button'
import { Scroller } from '@/components/ui/scroller'

type RecordPanelProps = { title: ReactNode; badge?: ReactNode; href: string; children: ReactNode }

/** A record beside its list: look at one after the other without losing the place. */
export function RecordPanel({ title, badge, href, children }: RecordPanelProps) {
  const t = useTranslations('lists')
  const search = useSearchParams()
  return (
    <aside
      aria-label={t('panel')}
      className="sticky top-16 grid max-h-[calc(100dvh-5rem)] w-96 shrink-0 grid-rows-[auto_minmax(0,1fr)] rounded-lg border bg-canvas max-lg:hidden xl:w-104"
    >
      <header className="flex items-center gap-2 border-b py-2 pr-2 pl-4">
        <h2 className="tabular min-w-0 truncate font-semibold text-lg">{title}</h2>
        {badge}
        <span className="ml-auto flex">
          <Button variant="ghost" size="icon" asChild>
            <Link href={href} aria-label={t('openPage')} title={t('openPage')}>
              <Maximize2 />
            </Link>
          </Button>
          <Button variant="ghost" size="icon" asChild>
            <Link
              href={withParameters(new URLSearchParams(search), { open: null })}
              scroll={false}
              prefetch={false}
              aria-label={t('closePanel')}
              title={t('closePanel')}
            >
              <X />
            </Link>
          </Button>
        </span>
      </header>
      <Scroller label={t('panel')} className="grid content-start gap-3 overflow-y-auto p-3">
        {children}
      </Scroller>
    </aside>
  )
}
