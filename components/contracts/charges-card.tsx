import { useTranslations } from 'next-intl'
import { ChargeTrace } from '@/components/contracts/charge-trace'
import { ChargeLines } from '@/components/money/charge-lines'
import { Card } from '@/components/ui/card'
import type { ContractDetail } from '@/lib/contracts/queries/detail'

type ChargesCardProps = {
  contract: Pick<ContractDetail, 'lines' | 'totalRappen' | 'currency'>
  timeZone: string
}

/** Everything the contract charges, agreed at booking or come up at the return; what came up says why. */
export function ChargesCard({ contract, timeZone }: ChargesCardProps) {
  const t = useTranslations('contracts.detail')
  const { lines, totalRappen, currency } = contract
  return (
    <Card title={t('charges')}>
      <ChargeLines
        lines={lines}
        currency={currency}
        sums={[{ label: t('total'), amountRappen: totalRappen, strong: true }]}
        explain={({ trace }) => trace && <ChargeTrace trace={trace} timeZone={timeZone} />}
      />
    </Card>
  )
}
