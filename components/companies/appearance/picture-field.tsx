'use client'

import { useTranslations } from 'next-intl'
import { removePictureAction } from '@/app/(dashboard)/dashboard/settings/actions'
import { PictureUpload } from '@/components/dashboard/picture-upload'
import type { BrandPicture } from '@/lib/core/brand-pictures'

type PictureFieldProps = { kind: 'logo' | 'hero'; picture: BrandPicture | null }

/** The logo or the photo of the site. */
export function PictureField({ kind, picture }: PictureFieldProps) {
  const t = useTranslations('settings.branding')
  return (
    <PictureUpload
      label={t(kind)}
      help={t(`${kind}Help`)}
      picture={picture}
      fit={kind === 'logo' ? 'contain' : 'cover'}
      address={`/api/company-pictures/${kind}`}
      saved={t(`${kind}Saved`)}
      remove={() => removePictureAction({ kind })}
    />
  )
}
