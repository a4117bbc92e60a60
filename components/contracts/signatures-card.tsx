import { ShieldCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { DateTime } from '@/components/ui/date-time'
import type { ContractSide } from '@/lib/contracts/queries/detail'

type SignaturesCardProps = { handovers: ContractSide[]; timeZone: string }

/** Who signed what and when, with the checksum that proves it unchanged. */
export function SignaturesCard({ handovers, timeZone }: SignaturesCardProps) {
  const t = useTranslations('contracts.detail')
  const kinds = useTranslations('handover.list')
  const signed = handovers.flatMap(({ kind, signatures }) => signatures.map((one) => ({ ...one, kind })))
  if (signed.length === 0) return null
  return (
    <Card title={t('signatures')} flush>
      <ul className="divide-y">
        {signed.map((signature) => (
          <li key={signature.id} className="flex items-start gap-3 p-4 text-sm">
            <ShieldCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-active" />
            <div className="grid min-w-0 gap-0.5">
              <p>
                <span className="font-medium">{signature.name}</span>{' '}
                <span className="text-muted">
                  {t(`signers.${signature.signer}`)}, {kinds(signature.kind)}
                </span>
              </p>
              <p className="text-muted text-xs">
                <DateTime instant={signature.signed_at} timeZone={timeZone} />
                {signature.ip != null && ` · ${String(signature.ip)}`}
              </p>
              <p className="truncate font-mono text-faint text-xs" title={signature.document_sha256}>
                SHA-256 {signature.document_sha256}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
