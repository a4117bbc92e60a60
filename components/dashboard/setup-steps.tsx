import { useFormatter, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { RowLink } from '@/components/ui/row-list'
import { stateStyle } from '@/components/ui/state'
import { StateMark } from '@/components/ui/state-mark'
import type { SetupStep } from '@/lib/dashboard/schema'

/** Where each step is taken. */
const pages: Record<SetupStep['step'], string> = {
  fleet: '/dashboard/fleet/import',
  prices: '/dashboard/pricing',
  company: '/dashboard/settings',
  places: '/dashboard/settings/locations',
  extras: '/dashboard/pricing#extras',
  terms: '/dashboard/settings/terms',
  cards: '/dashboard/settings/payments',
  booking: '/dashboard/reservations/new',
}

/** What a new company does before its first rental, what is done ticked off; later on what its booking site waits for. */
export function SetupSteps({ steps }: { steps: SetupStep[] }) {
  const t = useTranslations('dashboard.setup')
  const format = useFormatter()
  const done = steps.filter(({ isDone }) => isDone).length
  const isClosed = steps.every(({ opensSite }) => opensSite)
  return (
    <Card
      title={t(isClosed ? 'isClosed' : 'title')}
      actions={<span className="text-muted text-sm">{t('progress', { done, all: steps.length })}</span>}
      flush
    >
      {steps.some(({ opensSite }) => opensSite) && (
        <p className="border-b px-4 py-2 text-muted text-sm">{t('opensOnce')}</p>
      )}
      <ol className="divide-y">
        {steps.map(({ step, isDone, missing, opensSite }) => {
          const state = isDone ? 'done' : 'pending'
          const facts = format.list(missing.map((fact) => t(`facts.${fact}`)))
          return (
            <RowLink
              key={step}
              href={pages[step]}
              lead={<StateMark state={state} className={stateStyle[state].mark} />}
              title={t(`steps.${step}.title`)}
              detail={facts ? t('missing', { facts }) : t(`steps.${step}.text`)}
              isWhole
              aside={
                (isDone || opensSite) && (
                  <span className="max-w-24 text-right text-muted sm:max-w-none">
                    {t(isDone ? 'isDone' : 'opensSite')}
                  </span>
                )
              }
            />
          )
        })}
      </ol>
    </Card>
  )
}
