import { useTranslations } from 'next-intl'
import { type State, stateStyle } from '@/components/ui/state'
import { StateMark } from '@/components/ui/state-mark'

const SHOWN: State[] = ['hold', 'confirmed', 'active', 'due', 'overdue', 'done', 'maintenance', 'cleaning']

/** What the shapes and colours of the blocks mean. */
export function TimelineLegend() {
  const t = useTranslations('timeline')
  return (
    <ul aria-label={t('legend')} className="flex flex-wrap gap-x-3 gap-y-1 text-muted text-xs">
      {SHOWN.map((state) => (
        <li key={state} className="flex items-center gap-1.5">
          <StateMark state={state} className={stateStyle[state].mark} />
          {t(`states.${state}`)}
        </li>
      ))}
    </ul>
  )
}
