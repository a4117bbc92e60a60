import { CircleCheck, FileText } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { RefreshUntilSealed } from '@/components/contracts/refresh-until-sealed'
import { BottomBar } from '@/components/ui/bottom-bar'
import { Button } from '@/components/ui/button'
import { Spinner } from '@/components/ui/spinner'
import type { Handover } from '@/lib/handover/handover'

/** What came of the handover, and where to go on. */
export function HandoverDone({ handover, isSealed }: { handover: Handover; isSealed: boolean }) {
  const t = useTranslations('handover.done')
  const { kind, contract, vehicle, customer } = handover
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-xl flex-col">
      <div className="grid flex-1 content-center justify-items-center gap-3 px-6 py-10 text-center">
        <CircleCheck aria-hidden="true" className="size-14 text-active" strokeWidth={1.5} />
        <h1 className="font-semibold text-2xl tracking-tight">{t(`${kind}.title`)}</h1>
        <p className="max-w-sm text-pretty text-muted">
          {t(`${kind}.text`, {
            plate: vehicle.plate.replaceAll(' ', '\u00A0'),
            customer: customer.name,
            number: contract.number,
          })}
        </p>
        {kind === 'pickup' && <Sealing contractId={contract.id} isSealed={isSealed} />}
      </div>
      <BottomBar>
        {kind === 'return' && (
          <Button asChild size="xl">
            <Link href="/handover">{t('list')}</Link>
          </Button>
        )}
        <Button asChild variant="primary" size="xl">
          <Link href={kind === 'return' ? `/dashboard/contracts/${contract.id}` : '/handover'}>
            {t(kind === 'return' ? 'settlement' : 'list')}
          </Link>
        </Button>
      </BottomBar>
    </div>
  )
}

function Sealing({ contractId, isSealed }: { contractId: string; isSealed: boolean }) {
  const t = useTranslations('handover.done')
  if (isSealed)
    return (
      <Button asChild size="lg" className="mt-3">
        <a href={`/api/contracts/${contractId}/pdf`} target="_blank" rel="noreferrer">
          <FileText aria-hidden="true" />
          {t('openPdf')}
        </a>
      </Button>
    )
  return (
    <p role="status" className="mt-3 inline-flex min-h-12 items-center gap-2 text-muted">
      <Spinner className="size-4" />
      {t('sealing')}
      <RefreshUntilSealed />
    </p>
  )
}
