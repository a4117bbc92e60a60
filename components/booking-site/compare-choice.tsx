import { useTranslations } from 'next-intl'

/** Takes a vehicle of the results into the comparison: a plain field of the form around them. */
export function CompareChoice({ vehicleId, name }: { vehicleId: string; name: string }) {
  const t = useTranslations('booking-site.compare')
  return (
    <label className="relative z-1 inline-flex min-h-11 cursor-pointer items-center gap-2 justify-self-start pr-3 text-muted text-sm hover:text-ink has-disabled:cursor-not-allowed has-disabled:text-faint">
      <input type="checkbox" name="vehicle" value={vehicleId} className="size-6 accent-(--accent)" />
      <span>
        {t('choose')}
        <span className="sr-only"> {name}</span>
      </span>
    </label>
  )
}
