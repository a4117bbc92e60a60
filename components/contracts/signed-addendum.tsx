import { ShieldCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/text-link'
import type { ContractDetail } from '@/lib/contracts/queries/detail'

type SignedAddendumProps = { contractId: string; addendum: ContractDetail['addenda'][number] }

/** Who signed a change, with its sealed PDF. */
export function SignedAddendum({ contractId, addendum }: SignedAddendumProps) {
  const t = useTranslations('changes.addendum')
  return (
    <p className="flex flex-wrap items-center gap-x-1.5">
      <ShieldCheck aria-hidden="true" className="size-4 shrink-0 text-active" />
      {t(addendum.witnessed_by ? 'signed' : 'signedOnline', { name: addendum.name })}
      <TextLink href={`/api/contracts/${contractId}/addenda/${addendum.change_id}`}>{t('document')}</TextLink>
    </p>
  )
}
