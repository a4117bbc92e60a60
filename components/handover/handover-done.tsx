'use client'

import { CircleCheck, CloudUpload, FileText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { PhoneLink } from '@/components/handover/phone/go'
import { usePhone } from '@/components/handover/phone/phone-context'
import { SyncStatus } from '@/components/handover/phone/sync-status'
import { ProblemCard } from '@/components/handover/unsent/problem-card'
import { BottomBar } from '@/components/ui/bottom-bar'
import { Button } from '@/components/ui/button'
import { QrCode } from '@/components/ui/qr-code'
import { Spinner } from '@/components/ui/spinner'
import type { HandoverView } from '@/lib/handover/offline/view'
import { handoverName } from '@/lib/handover/rules'

const PACE_MS = 3_000
/** A document takes seconds; after two minutes the reader looks again when it suits them. */
const MOST_ROUNDS = 40

/** What came of the handover: signed here, and sent or still on its way; where to go on. */
export function HandoverDone({ handover }: { handover: HandoverView }) {
  const t = useTranslations('handover.done')
  const { contract, vehicle, customer, unsent, problem } = handover
  const name = handoverName(handover)
  const isSent = unsent.length === 0
  const Picture = isSent ? CircleCheck : CloudUpload
  const facts = {
    plate: vehicle.plate.replaceAll(' ', '\u00A0'),
    customer: customer.name,
    number: contract.number ?? '',
  }
  const text = isSent && contract.number ? `${name}.text` : `${name}.textWaiting`
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-xl flex-col">
      <div className="flex justify-end px-4 pt-2">
        <SyncStatus />
      </div>
      <div className="grid flex-1 content-center justify-items-center gap-3 px-6 py-10 text-center">
        <Picture
          aria-hidden="true"
          className={isSent ? 'size-14 text-active' : 'size-14 text-muted'}
          strokeWidth={1.5}
        />
        <h1 className="font-semibold text-2xl tracking-tight">{t(problem ? 'refused' : `${name}.title`)}</h1>
        {!problem && <p className="max-w-sm text-pretty text-muted">{t(text, facts)}</p>}
        {problem && <ProblemCard handover={handover} problem={problem} />}
        {name === 'pickup' && isSent && <Sealing handover={handover} />}
      </div>
      <BottomBar>
        {name === 'return' && isSent && (
          <Button asChild size="xl">
            <a href={`/dashboard/contracts/${contract.id}`}>{t('settlement')}</a>
          </Button>
        )}
        <Button asChild variant="primary" size="xl">
          <PhoneLink href="/handover">{t('list')}</PhoneLink>
        </Button>
      </BottomBar>
    </div>
  )
}

/** Looks until the contract is sealed, then leads to it: here, and on the customer's own phone. */
function Sealing({ handover }: { handover: HandoverView }) {
  const t = useTranslations('handover.done')
  const { store } = usePhone()
  const [sealed, setSealed] = useState<{ contractUrl: string | null } | null>(null)
  const reservationId = handover.reservation.id

  useEffect(() => {
    let rounds = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    async function look() {
      rounds += 1
      const answer = await store.refreshOne({ reservationId })
      if (typeof answer === 'object' && answer.isSealed) setSealed(answer)
      else if (rounds < MOST_ROUNDS) timer = setTimeout(look, PACE_MS)
    }
    void look()
    return () => clearTimeout(timer)
  }, [store, reservationId])

  if (!sealed)
    return (
      <p role="status" className="mt-3 inline-flex min-h-12 items-center gap-2 text-muted">
        <Spinner className="size-4" />
        {t('sealing')}
      </p>
    )
  return (
    <>
      {sealed.contractUrl && (
        <figure className="mt-3 grid justify-items-center gap-2">
          <QrCode text={sealed.contractUrl} label={t('code')} className="w-52 rounded-lg border" />
          <figcaption className="max-w-64 text-pretty text-muted text-sm">{t('scan')}</figcaption>
        </figure>
      )}
      <Button asChild size="lg" className="mt-3 min-h-12">
        <a href={`/api/contracts/${handover.contract.id}/pdf`} target="_blank" rel="noreferrer">
          <FileText aria-hidden="true" />
          {t('openPdf')}
        </a>
      </Button>
    </>
  )
}
