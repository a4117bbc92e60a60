'use client'

import { useTranslations } from 'next-intl'
import { removeModelPhotoAction } from '@/app/(dashboard)/dashboard/fleet/actions'
import { PictureUpload } from '@/components/dashboard/picture-upload'
import type { VehiclePhoto } from '@/lib/core/brand-pictures'

type ModelPhotoProps = { vehicleId: string; model: string; photo: VehiclePhoto | null }

/** The photo customers see of every vehicle of this model. */
export function ModelPhoto({ vehicleId, model, photo }: ModelPhotoProps) {
  const t = useTranslations('fleet.photo')
  return (
    <PictureUpload
      label={model}
      help={t('help')}
      picture={photo}
      fit="cover"
      address={`/api/vehicles/${vehicleId}/photo`}
      saved={t('saved')}
      remove={() => removeModelPhotoAction({ id: vehicleId })}
    />
  )
}
