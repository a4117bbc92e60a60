import { useTranslations } from 'next-intl'
import { useDamageWords } from '@/components/handover/damage/damage-words'
import { usePhone } from '@/components/handover/phone/phone-context'
import { DateTime } from '@/components/ui/date-time'
import { StateBadge } from '@/components/ui/state-badge'
import type { KeptStep } from '@/lib/handover/offline/database'

/** One thing that was done: what, when by the phone's clock, and how far it is. */
export function StepRow({ step, isSending }: { step: KeptStep; isSending: boolean }) {
  const t = useTranslations('handover')
  const damageWords = useDamageWords()
  const { timeZone } = usePhone()
  const { work, deviceAt, state } = step
  const name =
    work.kind === 'add_photo'
      ? t('unsent.photo', { position: t(`photos.positions.${work.position}`) })
      : work.kind === 'mark_damage'
        ? damageWords(work.mark)
        : t(`unsent.work.${work.kind}`)
  return (
    <li className="flex min-h-12 flex-wrap items-center justify-between gap-x-3 py-2">
      <span className="grid min-w-0">
        <span className="truncate">{name}</span>
        <DateTime instant={deviceAt} timeZone={timeZone} show="dateTime" className="text-muted text-sm" />
      </span>
      <StateBadge
        state={
          state === 'attention'
            ? 'overdue'
            : state === 'aside'
              ? 'cancelled'
              : isSending
                ? 'confirmed'
                : 'pending'
        }
      >
        {t(`unsent.state.${state === 'waiting' && isSending ? 'sending' : state}`)}
      </StateBadge>
    </li>
  )
}
