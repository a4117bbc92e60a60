import { useLocale, useTranslations } from 'next-intl'
import type { Trace } from '@/lib/contracts/trace'
import { formatDateTime } from '@/lib/core/dates'
import { formatFigure } from '@/lib/core/figure'
import { formatRappen } from '@/lib/core/money'

/** Why the line is what it is, in words: from which reading to which, what was included. */
export function ChargeTrace({ trace, timeZone }: { trace: Trace; timeZone: string }) {
  const t = useTranslations('money.trace')
  const damage = useTranslations('handover.damage')
  const locale = useLocale()
  const time = (instant: string) => formatDateTime(new Date(instant), { timeZone, locale })
  switch (trace.kind) {
    case 'lateness':
      return t('lateness', {
        due: time(trace.due_at),
        back: time(trace.returned_at),
        minutes: trace.grace_minutes,
      })
    case 'extra_km':
      return t(trace.from_km == null ? 'extraKmOfAll' : 'extraKm', {
        from: formatFigure(trace.from_km ?? 0),
        to: formatFigure(trace.to_km ?? 0),
        driven: formatFigure(trace.driven_km),
        included: formatFigure(trace.included_km),
      })
    case 'fuel':
      return t(trace.battery_kwh == null ? 'fuel' : 'charge', {
        from: trace.from_percent,
        to: trace.to_percent,
        tank: trace.battery_kwh ?? trace.tank_litres ?? 0,
      })
    case 'damage':
      return [
        `${damage(`views.${trace.view}`)}, ${damage(`severities.${trace.severity}`)}`,
        ...(trace.note ? [trace.note] : []),
        ...(trace.charge_reason
          ? [
              ...(trace.list_rappen == null
                ? []
                : [t('damageList', { amount: formatRappen(trace.list_rappen) })]),
              trace.charge_reason,
            ]
          : []),
      ].join(': ')
  }
}
