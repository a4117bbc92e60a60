'use client'

import { CircleCheck } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { PhoneLink } from '@/components/handover/phone/go'
import { usePhone } from '@/components/handover/phone/phone-context'
import { PhonePage } from '@/components/handover/phone/phone-page'
import { addressOf } from '@/components/handover/phone/places'
import { useStanding } from '@/components/handover/phone/sync-words'
import { PhoneWarnings } from '@/components/handover/phone/warnings'
import { ProblemCard } from '@/components/handover/unsent/problem-card'
import { StepRow } from '@/components/handover/unsent/step-row'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { HandoverKey } from '@/lib/handover/handover'
import { takeUpAgain } from '@/lib/handover/offline/log'
import { viewOf } from '@/lib/handover/offline/view'
import { handoverName, titleOf } from '@/lib/handover/rules'

/** Everything done on this phone that has not arrived: what waits, what is being sent, what needs a person, what was put aside. */
export function UnsentScreen() {
  const t = useTranslations('handover')
  const { state, store } = usePhone()
  const { standing, words } = useStanding(state)
  const open = state.steps.filter((step) => step.state !== 'sent')
  const keys = [...new Set(open.map(({ key }) => key))]
  return (
    <PhonePage
      status={null}
      action={
        keys.length > 0 &&
        (standing === 'signed_out' ? (
          <Button asChild variant="primary" size="xl">
            <Link href="/login?next=/handover">{t('unsent.signIn')}</Link>
          </Button>
        ) : (
          <Button variant="primary" size="xl" loading={standing === 'sending'} onClick={store.nudge}>
            {t('unsent.sendNow')}
          </Button>
        ))
      }
    >
      <div className="grid gap-1">
        <h1 className="font-semibold text-2xl tracking-tight">{t('unsent.title')}</h1>
        <p role="status" className="text-muted">
          {words}
        </p>
      </div>
      <PhoneWarnings />
      {keys.length === 0 && (
        <EmptyState picture={<CircleCheck aria-hidden="true" />} title={t('unsent.empty.title')}>
          {t('unsent.empty.text')}
        </EmptyState>
      )}
      {keys.map((key) => (
        <OfHandover key={key} handoverKey={key} />
      ))}
    </PhonePage>
  )
}

function OfHandover({ handoverKey }: { handoverKey: HandoverKey }) {
  const t = useTranslations('handover')
  const { state, store } = usePhone()
  const kept = state.handovers.find(({ handover }) => handover.key === handoverKey)
  const view = kept && viewOf(kept.handover, state.steps, kept.savedAt)
  const steps = state.steps.filter((step) => step.key === handoverKey && step.state !== 'sent')
  const isAside = steps.some((step) => step.state === 'aside')
  const name = view ? handoverName(view) : (handoverKey.split(':')[0] as 'pickup' | 'return' | 'exchange')
  const problem = steps.find(({ state }) => state === 'attention')
  return (
    <section className="grid gap-3 rounded-lg border border-line-strong bg-surface p-4">
      <h2 className="grid gap-0.5">
        <span className="text-muted text-sm">{t(`list.${name}`)}</span>
        {view ? (
          <PhoneLink
            href={addressOf(view)}
            className="font-semibold text-lg underline-offset-4 hover:underline"
          >
            {titleOf(view)}
          </PhoneLink>
        ) : (
          <span className="font-semibold text-lg">{steps[0]?.about}</span>
        )}
      </h2>
      {problem && <ProblemCard handover={view} problem={problem} />}
      <ol className="grid divide-y">
        {steps.map((step) => (
          <StepRow key={step.nth} step={step} isSending={state.sending === step.nth} />
        ))}
      </ol>
      {isAside && (
        <Button size="xl" onClick={() => void store.act((phone) => takeUpAgain(phone, handoverKey))}>
          {t('unsent.takeUpAgain')}
        </Button>
      )}
    </section>
  )
}
