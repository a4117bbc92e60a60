'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { CompanyMark } from '@/components/booking-site/company-mark'
import { SiteHero } from '@/components/booking-site/site-hero'
import { VehicleSilhouette } from '@/components/icons/vehicle-silhouette'
import { buttonStyle } from '@/components/ui/button-style'
import { cn } from '@/components/ui/cn'
import type { CompanyAppearance } from '@/lib/companies/appearance'
import { accentVariables } from '@/lib/core/accent'
import { formatMoney } from '@/lib/core/money'
import { fontFamilyOf } from '@/lib/core/typefaces'

type AppearancePreviewProps = { look: CompanyAppearance; headline: string; lead: string; currency: string }

/** A piece of the booking site as it would look, by day and by night. A picture: nothing in it can be pressed. */
export function AppearancePreview({ look, headline, lead, currency }: AppearancePreviewProps) {
  const t = useTranslations('settings.branding')
  const [theme, setTheme] = useState<'light' | 'dark'>('light')
  return (
    <section aria-label={t('preview')} className="grid gap-3 lg:sticky lg:top-20">
      <div className="flex items-center justify-between gap-4">
        <h2 className="font-semibold text-base">{t('preview')}</h2>
        <fieldset aria-label={t('display')} className="flex rounded border border-line-strong p-0.5">
          {(['light', 'dark'] as const).map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={theme === one}
              onClick={() => setTheme(one)}
              className="h-(--control-height-small) rounded-sm px-2.5 text-muted text-xs aria-pressed:bg-pressed aria-pressed:text-ink"
            >
              {t(one)}
            </button>
          ))}
        </fieldset>
      </div>
      <div
        data-theme={theme}
        style={{ ...accentVariables(look.accentColor), fontFamily: fontFamilyOf(look.typeface) }}
        className="overflow-hidden rounded-lg border bg-canvas text-ink"
      >
        <p
          className={cn(
            'flex h-14 items-center gap-2.5 border-b px-4 font-semibold text-lg',
            look.hasColoredHeader ? 'border-transparent bg-accent text-accent-ink' : 'bg-surface',
          )}
        >
          <CompanyMark name={look.name} logo={look.logo} isOnColor={look.hasColoredHeader} />
        </p>
        <div className="grid gap-4 p-4">
          <SiteHero
            title={<p className="font-semibold text-xl">{headline || t('placeholders.headline')}</p>}
            lead={<p>{lead || t('placeholders.lead')}</p>}
            photo={look.hero}
          />
          <div className="grid gap-3 rounded-lg border bg-surface p-3">
            <VehicleSilhouette body="estate" className="mx-auto h-16 w-auto text-accent-text" />
            <p className="flex items-baseline justify-between gap-2">
              <span className="font-medium">{t('sample')}</span>
              <span className="tabular font-semibold text-lg">{formatMoney(26_700, currency)}</span>
            </p>
            <p className="text-accent-text text-sm underline underline-offset-4">{t('sampleLink')}</p>
            <span className={buttonStyle({ variant: 'primary' })}>{t('sampleButton')}</span>
          </div>
        </div>
      </div>
      <p className="text-muted text-xs">{t('contrast')}</p>
    </section>
  )
}
