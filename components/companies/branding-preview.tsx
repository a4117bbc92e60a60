'use client'

import { useTranslations } from 'next-intl'
import { VehicleSilhouette } from '@/components/icons/vehicle-silhouette'
import { Avatar } from '@/components/ui/avatar'
import { buttonStyle } from '@/components/ui/button-style'
import { accentVariables } from '@/lib/core/accent'
import { formatMoney } from '@/lib/core/money'

type BrandingPreviewProps = { color: string; companyName: string }

/** A piece of the booking site in a colour, light or dark as the reader's display. A picture: nothing can be pressed. */
export function BrandingPreview({ color, companyName }: BrandingPreviewProps) {
  const t = useTranslations('settings.branding')
  return (
    <div style={accentVariables(color)} className="grid gap-3 rounded-lg border bg-canvas p-4">
      <p className="flex min-w-0 items-center gap-2 font-semibold">
        <Avatar shape="square" name={companyName} />
        <span className="truncate">{companyName}</span>
      </p>
      <div className="grid gap-3 rounded-lg border bg-surface p-3">
        <VehicleSilhouette body="estate" className="mx-auto h-16 w-auto text-accent-text" />
        <p className="flex items-baseline justify-between gap-2">
          <span className="font-medium">{t('sample')}</span>
          <span className="tabular font-semibold text-lg">{formatMoney(26_700)}</span>
        </p>
        <p className="text-accent-text text-sm underline underline-offset-4">{t('sampleLink')}</p>
        <span className={buttonStyle({ variant: 'primary' })}>{t('sampleButton')}</span>
      </div>
    </div>
  )
}
