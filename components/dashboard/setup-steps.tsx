import { useTranslations } from 'next-intl'
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
  booking: '/dashboard/reservations/new',
}

/** What a new company does before its first rental, what is done ticked off. */
export function SetupSteps({ steps }: { steps: SetupStep[] }) {
  const t = useTranslations('dashboard.setup')
  const done = steps.filter(({ isDone }) => isDone).length
  return (
    <Card
      title={t('title')}
      actions={<span className="text-muted text-sm">{t('progress', { done, all: steps.length })}</span>}
      flush
    >
      <ol className="divide-y">
        {steps.map(({ step, isDone }) => {
          const state = isDone ? 'done' : 'pending'
          return (
            <RowLink
              key={step}
              href={pages[step]}
              lead={<StateMark state={state} className={stateStyle[state].mark} />}
              title={t(`steps.${step}.title`)}
              detail={<span className="whitespace-normal">{t(`steps.${step}.text`)}</span>}
              aside={isDone && <span className="text-muted">{t('isDone')}</span>}
            />
          )
        })}
      </ol>
    </Card>
  )
}
