import { useTranslations } from 'next-intl'
import { useId, useRef } from 'react'
import { DriverFields } from '@/components/handover/driver/driver-fields'
import { KnownDriverChoice } from '@/components/handover/driver/known-driver-choice'
import { useLicence } from '@/components/handover/driver/use-licence'
import { useHandover } from '@/components/handover/handover-context'
import { NotWritten } from '@/components/handover/phone/not-written'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Money } from '@/components/ui/money'
import { Sheet, SheetContent } from '@/components/ui/sheet'
import type { Draft } from '@/lib/handover/offline/draft'
import { othersKnown } from '@/lib/handover/told-drivers'

type FurtherDriverFormProps = { entered: NonNullable<Draft['further']>; addedRappen: number }

/** One more who drives, with the licence in hand; what is typed survives the page being killed. */
export function FurtherDriverForm({ entered, addedRappen }: FurtherDriverFormProps) {
  const t = useTranslations('handover.driver')
  const { handover, draft, change, addDriver } = useHandover()
  const { driver, isLicenceChecked } = entered
  const licence = useLicence(driver)
  const id = useId()
  const known = othersKnown(handover, draft.driver)
  const obstacle = licence.obstacle ?? (isLicenceChecked ? null : t('confirmFirst'))
  const set = (part: Partial<typeof entered>) => change({ further: { ...entered, ...part } })
  const close = () => change({ further: null })
  // Two taps come before the first one is written down, and mean one person.
  const isAdding = useRef(false)
  async function add() {
    if (isAdding.current) return
    isAdding.current = true
    if (await addDriver(driver)) close()
    else isAdding.current = false
  }
  return (
    <Sheet open onOpenChange={(isOpen) => !isOpen && close()}>
      <SheetContent
        side="bottom"
        title={t('further.add')}
        footer={
          <div className="grid w-full gap-2 pb-safe">
            <p className="text-muted text-sm">
              {obstacle ??
                (addedRappen > 0
                  ? t.rich('further.costs', {
                      amount: () => (
                        <Money amountRappen={addedRappen} currency={handover.contract.currency} />
                      ),
                    })
                  : t('further.included'))}
            </p>
            <Button variant="primary" size="xl" disabled={obstacle !== null} onClick={() => void add()}>
              {t('further.confirm')}
            </Button>
          </div>
        }
      >
        <div className="mx-auto grid max-w-xl grid-cols-[minmax(0,1fr)] gap-5">
          {known.length > 0 && (
            <KnownDriverChoice
              known={known}
              chosen={driver}
              onChoose={(chosen) => set({ driver: chosen, isLicenceChecked: false })}
            />
          )}
          <DriverFields driver={driver} licence={licence} onChange={(changed) => set({ driver: changed })} />
          <Checkbox
            id={id}
            checked={isLicenceChecked}
            onCheckedChange={(checked) => set({ isLicenceChecked: checked === true })}
            label={t('checked')}
            help={t('checkedHelp')}
            className="rounded border border-line-strong bg-surface p-4"
          />
          <NotWritten />
        </div>
      </SheetContent>
    </Sheet>
  )
}
