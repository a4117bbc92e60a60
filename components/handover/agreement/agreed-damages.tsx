import { useAgreement } from '@/components/handover/agreement/agreement-words'
import { useHandover } from '@/components/handover/handover-context'

/** Every damage the vehicle leaves with, in the customer's words: what was known, and what was just recorded. */
export function AgreedDamages() {
  const { handover, language } = useHandover()
  const t = useAgreement(language)
  const damages = [
    ...handover.shownDamages.map((damage) => ({ damage, isNew: true })),
    ...handover.knownDamages.map((damage) => ({ damage, isNew: false })),
  ]
  return (
    <section className="grid gap-2 rounded-lg border bg-surface p-4">
      <h2 className="font-medium text-sm">{t('damages')}</h2>
      {damages.length === 0 && <p className="text-muted text-sm">{t('noDamage')}</p>}
      <ul className="grid gap-1.5 text-sm">
        {damages.map(({ damage, isNew }) => (
          <li key={damage.id}>
            {t('mark', {
              kind: t(`kinds.${damage.kind}`),
              view: t(`views.${damage.view}`),
              severity: t(`severities.${damage.severity}`),
            })}
            {isNew && <span className="text-muted"> · {t('isNew')}</span>}
            {damage.note && <span className="block text-muted">{damage.note}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
