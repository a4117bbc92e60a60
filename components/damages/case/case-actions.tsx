import { useTranslations } from 'next-intl'
import {
  ChargeDialog,
  ClaimDialog,
  CloseDialog,
  EstimateDialog,
} from '@/components/damages/case/case-dialogs'
import { RepairDialog } from '@/components/damages/case/repair-dialog'
import { Button } from '@/components/ui/button'
import type { DamageCase } from '@/lib/damages/queries'

type CaseActionsProps = {
  one: DamageCase
  can: { edit: boolean; charge: boolean; repair: boolean }
  timeZone: string
  currency: string
}

/** What can be done with an open case; the next usual step is the one that stands out. */
export function CaseActions({ one, can, timeZone, currency }: CaseActionsProps) {
  const t = useTranslations('fleet.damageCases')
  if (one.status === 'closed') return null
  const mayCharge = can.charge && (one.contract?.status === 'returned' || one.contract?.status === 'closed')
  const mayRepair = can.repair && one.repair === null
  const next = one.status === 'repaired' ? 'close' : mayRepair ? 'repair' : null
  const look = (name: string) => (name === next ? ('primary' as const) : ('secondary' as const))
  return (
    <>
      {can.edit && (
        <EstimateDialog one={one} currency={currency} trigger={<Button>{t('doEstimate')}</Button>} />
      )}
      {mayCharge && (
        <ChargeDialog
          key={one.chargedRappen}
          one={one}
          currency={currency}
          trigger={<Button>{t('doCharge')}</Button>}
        />
      )}
      {can.edit && (
        <ClaimDialog one={one} trigger={<Button>{t(one.insurer ? 'changeClaim' : 'doClaim')}</Button>} />
      )}
      {mayRepair && (
        <RepairDialog
          one={one}
          timeZone={timeZone}
          trigger={<Button variant={look('repair')}>{t('doRepair')}</Button>}
        />
      )}
      {can.edit && one.status !== 'in_repair' && (
        <CloseDialog one={one} trigger={<Button variant={look('close')}>{t('doClose')}</Button>} />
      )}
    </>
  )
}
