import { useTranslations } from 'next-intl'
import { DateTime } from '@/components/ui/date-time'
import { TextLink } from '@/components/ui/text-link'
import type { KnownDamage } from '@/lib/fleet/queries/vehicle'

type KnownDamagesProps = { damages: KnownDamage[]; timeZone: string }

/** What is known to be broken, carried from rental to rental. */
export function KnownDamages({ damages, timeZone }: KnownDamagesProps) {
  const t = useTranslations('fleet')
  if (damages.length === 0) return <p className="text-muted text-sm">{t('detail.damageNone')}</p>
  return (
    <ul className="grid gap-3 text-sm">
      {damages.map((damage) => (
        <li key={damage.id} className="grid gap-0.5">
          <span>
            {t(`damages.kinds.${damage.kind}`)}, {t(`damages.views.${damage.view}`)}
            <span className="text-muted"> ({t(`damages.severities.${damage.severity}`)})</span>
          </span>
          {damage.note && <span className="text-muted">{damage.note}</span>}
          <span className="text-faint text-xs">
            <DateTime instant={damage.foundAt} timeZone={timeZone} show="date" />
            {damage.case && (
              <>
                {' · '}
                <TextLink href={`/dashboard/fleet/damages/${damage.case.id}`} className="tabular">
                  {damage.case.number}
                </TextLink>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
