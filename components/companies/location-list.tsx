import { useTranslations } from 'next-intl'
import { LocationDialog } from '@/components/companies/location-dialog'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import { type LocationSettings, WEEKDAYS } from '@/lib/companies/locations'

/** The company's places with their hours; holidays and the fee outside the hours are part of the prices. */
export function LocationList({ locations }: { locations: LocationSettings[] }) {
  const t = useTranslations('settings.locations')
  return (
    <div className="grid max-w-3xl gap-4">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p className="text-muted text-sm">
          {t('text')} <TextLink href="/dashboard/pricing">{t('toPricing')}</TextLink>
        </p>
        <LocationDialog trigger={<Button>{t('add')}</Button>} />
      </div>
      {locations.map((location) => (
        <Card
          key={location.id}
          title={location.name}
          actions={<LocationDialog location={location} trigger={<Button size="sm">{t('change')}</Button>} />}
        >
          <div className="grid gap-3 text-sm sm:grid-cols-2">
            <div className="grid content-start gap-1">
              <p>{addressOf(location) || t('noAddress')}</p>
              <p className="text-muted">{t(location.point ? 'onMap' : 'notOnMap')}</p>
              {!location.isActive && <Badge>{t('inactive')}</Badge>}
              <p className="text-muted">{t(location.hasKeyBox ? 'withKeyBox' : 'withoutKeyBox')}</p>
            </div>
            <dl className="tabular grid grid-cols-[3rem_1fr] gap-x-3">
              {WEEKDAYS.map((day) => (
                <div key={day} className="contents">
                  <dt className="text-muted">{t(`days.${day}`)}</dt>
                  <dd>{location.openingHours[day]?.join(' – ') ?? t('closed')}</dd>
                </div>
              ))}
            </dl>
          </div>
        </Card>
      ))}
    </div>
  )
}

function addressOf({ street, houseNumber, postalCode, town }: LocationSettings): string {
  const parts = [
    [street, houseNumber],
    [postalCode, town],
  ].map((line) => line.filter(Boolean).join(' '))
  return parts.filter(Boolean).join(', ')
}
