import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useHandover } from '@/components/handover/handover-context'
import { Camera } from '@/components/handover/photos/camera'
import { LargePhoto } from '@/components/handover/photos/large-photo'
import { PhotoTile } from '@/components/handover/photos/photo-tile'
import { LICENCE_SIDES } from '@/lib/handover/schema'

type Aim = { side: (typeof LICENCE_SIDES)[number]; driverId: string | null; as: 'camera' | 'large' }

/** Both sides of every driver's licence, as far as anybody photographs them: who signs, and who else is named on the contract. */
export function LicencePhotos() {
  const t = useTranslations('handover.driver')
  const { handover } = useHandover()
  const [aim, setAim] = useState<Aim | null>(null)
  const at = ({ side, driverId }: Omit<Aim, 'as'>) =>
    handover.shownPhotos.find((photo) => photo.position === side && photo.driverId === driverId)
  const large = aim?.as === 'large' ? at(aim) : undefined
  const people = [{ id: null, name: null }, ...handover.furtherDrivers]
  const close = () => setAim(null)
  return (
    <section className="grid gap-4">
      {people.map(({ id: driverId, name }) => (
        <div key={driverId} className="grid gap-2">
          {name && <h2 className="font-medium text-sm">{t('licenceOf', { name })}</h2>}
          <div className="grid grid-cols-2 gap-3">
            {LICENCE_SIDES.map((side) => {
              const photo = at({ side, driverId })
              return (
                <PhotoTile
                  key={side}
                  position={side}
                  photo={photo}
                  onPress={() => setAim({ side, driverId, as: photo ? 'large' : 'camera' })}
                />
              )
            })}
          </div>
        </div>
      ))}
      <p className="text-muted text-sm">{t('photoHelp')}</p>
      {aim?.as === 'camera' && (
        <Camera position={aim.side} driverId={aim.driverId} onTaken={close} onClose={close} />
      )}
      {aim && large && (
        <LargePhoto photo={large} onRetake={() => setAim({ ...aim, as: 'camera' })} onClose={close} />
      )}
    </section>
  )
}
