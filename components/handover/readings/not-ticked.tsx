import { useTranslations } from 'next-intl'
import { useHandover } from '@/components/handover/handover-context'
import { useThingName } from '@/components/handover/use-booked-extras'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Money } from '@/components/ui/money'
import { openPieces, withheldPieces } from '@/lib/handover/pieces'

/** Booked pieces that are not ticked, with what was charged for them: they go along after all, or somebody says that they stay here. */
export function NotTicked() {
  const t = useTranslations('handover.accessories')
  const { handover, draft, change } = useHandover()
  const nameOf = useThingName(handover)
  const { currency } = handover.contract
  const { accessories, notHandedOver = [] } = draft
  const withheld = withheldPieces(handover, draft)
  return (
    <>
      {openPieces(handover, draft).map(({ code, amountRappen }) => (
        <Alert key={code} tone="warning" title={t('notTicked', { name: nameOf(code) })}>
          <p>
            {t.rich('inPrice', { amount: () => <Money amountRappen={amountRappen} currency={currency} /> })}
          </p>
          <div className="mt-3 grid gap-2">
            <Button size="xl" onClick={() => change({ accessories: [...accessories, code] })}>
              {t('goesAlong')}
            </Button>
            <Button size="xl" onClick={() => change({ notHandedOver: [...notHandedOver, code] })}>
              {t('staysHere')}
            </Button>
          </div>
        </Alert>
      ))}
      {withheld.length > 0 && (
        <p className="text-muted">
          {t('withheld', { names: withheld.map(({ code }) => nameOf(code)).join(', ') })}
        </p>
      )}
    </>
  )
}
