'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Close } from 'radix-ui/dialog'
import { IconButton } from '@/components/ui/icon-button'

/** The way out of a dialog or sheet. It stands last, so that the first field has the focus and not the way out. */
export function OverlayClose() {
  const t = useTranslations('ui')
  return (
    <Close asChild>
      <IconButton label={t('close')} className="absolute top-2.5 right-3">
        <X />
      </IconButton>
    </Close>
  )
}
