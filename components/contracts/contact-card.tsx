import { useTranslations } from 'next-intl'
import { ContactLines } from '@/components/customers/contact-lines'
import { Card } from '@/components/ui/card'
import type { ContractDetail } from '@/lib/contracts/queries/detail'

/** Who it is about, and how to reach them. */
export function ContactCard({ customer }: Pick<ContractDetail, 'customer'>) {
  const t = useTranslations('contracts.detail')
  return (
    <Card title={t('customer')}>
      <ContactLines customer={customer} />
    </Card>
  )
}
