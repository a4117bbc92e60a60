import { useTranslations } from 'next-intl'
import { ChargeTrace } from '@/components/contracts/charge-trace'
import { ChargeLines } from '@/components/money/charge-lines'
import { Card } from '@/components/ui/card'
import type { ContractDetail } from '@/lib/contracts/queries/detail'
import { paymentOf } from '@/lib/contracts/rules'

type ChargesCardProps = {
  contract: Pick<
    ContractDetail,
    'status' | 'lines' | 'totalRappen' | 'prepaidRappen' | 'billing' | 'currency'
  >
  timeZone: string
}

/** Everything the contract charges, agreed at booking or come up at the return; what came up says why. */
export function ChargesCard({ contract, timeZone }: ChargesCardProps) {
  const t = useTranslations('contracts.detail')
  const { lines, totalRappen, currency } = contract
  const paid = paymentOf(contract)
  const sums = paid && [
    ...(paid.feesRappen === 0 ? [] : [{ label: t('fees'), amountRappen: paid.feesRappen }]),
    ...(paid.creditedRappen === 0 ? [] : [{ label: t('credited'), amountRappen: paid.creditedRappen }]),
    { label: t('paid'), amountRappen: paid.paidRappen },
    {
      label: t(paid.dueRappen < 0 ? 'credit' : 'due'),
      amountRappen: Math.abs(paid.dueRappen),
      strong: true,
    },
  ]
  return (
    <Card title={t('charges')}>
      <ChargeLines
        lines={lines}
        currency={currency}
        sums={[{ label: t('total'), amountRappen: totalRappen, strong: true }, ...(sums ?? [])]}
        explain={({ trace }) => trace && <ChargeTrace trace={trace} timeZone={timeZone} />}
      />
    </Card>
  )
}
