import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useHandover } from '@/components/handover/handover-context'
import { Camera } from '@/components/handover/photos/camera'
import { LargePhoto } from '@/components/handover/photos/large-photo'
import { PhotoTile } from '@/components/handover/photos/photo-tile'
import { LICENCE_SIDES } from '@/lib/handover/schema'

type Aim = { side: (typeof LICENCE_SIDES)[number]; as: 'camera' | 'large' }

/** Both sides of somebody's licence, as far as anybody photographs them; null: of who signs. */
export function LicencePhotos({ driver }: { driver: { id: string; name: string } | null }) {
  const t = useTranslations('handover.driver')
  const { handover } = useHandover()
  const [aim, setAim] = useState<Aim | null>(null)
  const driverId = driver?.id ?? null
  const at = (side: Aim['side']) =>
    handover.shownPhotos.find((photo) => photo.position === side && photo.driverId === driverId)
  const large = aim?.as === 'large' ? at(aim.side) : undefined
  const close = () => setAim(null)
  return (
    <section aria-label={driver ? t('licenceOf', { name: driver.name }) : undefined} className="grid gap-2">
      <div className="grid grid-cols-2 gap-3">
        {LICENCE_SIDES.map((side) => {
          const photo = at(side)
          return (
            <PhotoTile
              key={side}
              position={side}
              photo={photo}
              onPress={() => setAim({ side, as: photo ? 'large' : 'camera' })}
            />
          )
        })}
      </div>
      {aim?.as === 'camera' && (
        <Camera position={aim.side} driverId={driverId} onTaken={close} onClose={close} />
      )}
      {aim && large && (
        <LargePhoto photo={large} onRetake={() => setAim({ ...aim, as: 'camera' })} onClose={close} />
      )}
    </section>
  )
}
