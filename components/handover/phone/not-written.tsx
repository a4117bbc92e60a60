'use client'

import { useTranslations } from 'next-intl'
import { useHandover } from '@/components/handover/handover-context'
import { Alert } from '@/components/ui/alert'

/** Why what was entered last could not be written down on the phone; nothing where it was. */
export function NotWritten() {
  const t = useTranslations('handover.phone.notWritten')
  const { failure } = useHandover()
  if (!failure) return null
  return (
    <Alert tone="danger" role="alert">
      {t(failure)}
    </Alert>
  )
}
