import { IdCard, Trash2, UserPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { FurtherDriverForm } from '@/components/handover/driver/further-driver-form'
import { useHandover } from '@/components/handover/handover-context'
import { LicencePhotos } from '@/components/handover/photos/licence-photos'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Money } from '@/components/ui/money'
import type { KnownDriver } from '@/lib/handover/handover'
import { awaitedDriver, NOBODY, othersKnown } from '@/lib/handover/told-drivers'

/** Who drives beside the one who signs: named here with their licence, and what that adds to the price. */
export function FurtherDrivers() {
  const t = useTranslations('handover.driver.further')
  const { handover, draft, change, removeDriver } = useHandover()
  const { furtherDrivers, driverPrices, contract } = handover
  const [next = 0] = driverPrices?.next ?? []
  const awaited = awaitedDriver(handover, draft.driver)
  const [other = NOBODY, ...others] = othersKnown(handover, draft.driver)
  const begin = (driver: KnownDriver) => change({ further: { driver, isLicenceChecked: false } })
  const money = (amountRappen: number) => <Money amountRappen={amountRappen} currency={contract.currency} />
  return (
    <section className="grid gap-3">
      <h2 className="font-semibold">{t('title')}</h2>
      {furtherDrivers.map(({ id, name, addedRappen }) => (
        <div key={id} className="grid gap-3 rounded border bg-surface p-3">
          <div className="flex items-center gap-3">
            <p className="min-w-0 flex-1">
              <span className="block truncate font-medium">{name}</span>
              <span className="text-muted text-sm">
                {addedRappen > 0 ? t.rich('adds', { amount: () => money(addedRappen) }) : t('included')}
              </span>
            </p>
            <IconButton
              label={t('remove', { name })}
              onClick={() => void removeDriver(id)}
              className="size-12 border border-line-strong"
            >
              <Trash2 />
            </IconButton>
          </div>
          <LicencePhotos driver={{ id, name }} />
        </div>
      ))}
      {awaited && (
        <div className="grid gap-3 rounded border bg-surface p-3">
          <p>
            <span className="block truncate font-medium">{`${awaited.firstName} ${awaited.lastName}`}</span>
            <span className="text-muted text-sm">{t('awaited')}</span>
          </p>
          <Button size="xl" onClick={() => begin(awaited)}>
            <IdCard aria-hidden="true" />
            {t('checkLicence')}
          </Button>
        </div>
      )}
      <Button size="xl" onClick={() => begin(others.length > 0 ? NOBODY : other)}>
        <UserPlus aria-hidden="true" />
        {t('add')}
      </Button>
      {next > 0 && <p className="text-muted text-sm">{t.rich('costs', { amount: () => money(next) })}</p>}
      {draft.further && <FurtherDriverForm entered={draft.further} addedRappen={next} />}
    </section>
  )
}
