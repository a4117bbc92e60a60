'use client'

import { CloudOff, FileQuestion } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { HandoverDone } from '@/components/handover/handover-done'
import { HandoverFlow } from '@/components/handover/handover-flow'
import { BeginHandover } from '@/components/handover/list/begin-handover'
import { RefusedPickup, RefusedReturn } from '@/components/handover/list/refused-door'
import { PhoneLink } from '@/components/handover/phone/go'
import { usePhone } from '@/components/handover/phone/phone-context'
import { isAt } from '@/components/handover/phone/places'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Skeleton } from '@/components/ui/skeleton'
import { viewOf } from '@/lib/handover/offline/view'
import { isPast, pickupRefusal, returnRefusal } from '@/lib/handover/refusals'
import type { HandoverRef } from '@/lib/handover/schema'

/** One handover, from the door to the signature, as far as it has come. */
export function OneHandover({ at }: { at: HandoverRef }) {
  const { state, store } = usePhone()
  const search = useSearchParams()
  const [asked, setAsked] = useState<'asking' | 'known' | 'unreachable' | 'not_found'>('asking')
  const kept = state.handovers.find(({ handover }) => isAt(handover, at))

  function ask() {
    setAsked('asking')
    void store.refreshOne(at).then((answer) => setAsked(typeof answer === 'string' ? answer : 'known'))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another handover is another component
  useEffect(ask, [])

  if (!kept) return <NotHere why={asked} onRetry={ask} />
  const view = viewOf(kept.handover, state.steps, kept.savedAt)
  const isPickup = view.kind === 'pickup' && !view.isExchange
  if (view.isDone && !(isPickup && isPast(view))) return <HandoverDone handover={view} />
  // What was begun on this phone goes on, whatever has become of it: the server's answer is shown with a choice.
  if (!view.unsent.length) {
    const pickup = isPickup ? pickupRefusal(view) : null
    if (pickup) return <RefusedPickup handover={view} refusal={pickup} />
    const back = isPickup ? null : returnRefusal(view)
    if (back) return <RefusedReturn handover={view} refusal={back} />
  }
  if (view.isBegun && search.get('step')) return <HandoverFlow handover={view} />
  return <BeginHandover handover={view} />
}

function NotHere({
  why,
  onRetry,
}: {
  why: 'asking' | 'known' | 'unreachable' | 'not_found'
  onRetry: () => void
}) {
  const t = useTranslations('handover')
  if (why === 'asking' || why === 'known')
    return (
      <div aria-busy="true" className="mx-auto grid w-full max-w-xl gap-4 px-4 pt-16">
        <Skeleton className="h-40" />
        <Skeleton className="h-24" />
      </div>
    )
  const isLost = why === 'not_found'
  return (
    <div className="mx-auto grid min-h-dvh w-full max-w-xl content-center">
      <EmptyState
        heading="h1"
        picture={isLost ? <FileQuestion aria-hidden="true" /> : <CloudOff aria-hidden="true" />}
        title={t(isLost ? 'phone.notFound.title' : 'phone.notHere.title')}
        actions={
          <>
            <Button asChild size="lg" className="min-h-12">
              <PhoneLink href="/handover">{t('done.list')}</PhoneLink>
            </Button>
            {!isLost && (
              <Button variant="primary" size="lg" className="min-h-12" onClick={onRetry}>
                {t('phone.retry')}
              </Button>
            )}
          </>
        }
      >
        {t(isLost ? 'phone.notFound.text' : 'phone.notHere.text')}
      </EmptyState>
    </div>
  )
}
