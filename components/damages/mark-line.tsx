import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Money } from '@/components/ui/money'
import type { Damage } from '@/lib/handover/handover'

type MarkLineProps = {
  mark: Pick<Damage, 'kind' | 'view' | 'severity' | 'note' | 'chargeRappen'>
  currency: string
  /** Beneath the words: states, where it is dealt with. */
  children?: ReactNode
}

/** A mark in words, as one line of a list: what, where, how bad, and what it costs the customer. */
export function MarkLine({ mark, currency, children }: MarkLineProps) {
  const t = useTranslations('handover.damage')
  return (
    <li className="flex items-start justify-between gap-3 py-2 text-sm first:pt-0">
      <span className="grid gap-1">
        <span>
          {t('mark', {
            kind: t(`kinds.${mark.kind}`),
            view: t(`views.${mark.view}`),
            severity: t(`severities.${mark.severity}`),
          })}
        </span>
        {mark.note && <span className="text-muted">{mark.note}</span>}
        {children}
      </span>
      {mark.chargeRappen > 0 && <Money amountRappen={mark.chargeRappen} currency={currency} />}
    </li>
  )
}
