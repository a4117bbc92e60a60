import { useTranslations } from 'next-intl'

/** The whole way in three sentences. */
export function HowItWorks({ depositPercent }: { depositPercent: number }) {
  const t = useTranslations('booking-site.home')
  const first = depositPercent > 0 ? 'book' : 'bookFree'
  return (
    <section className="grid gap-3">
      <h2 className="font-semibold text-xl">{t('how')}</h2>
      <ol className="grid gap-x-8 gap-y-4 sm:grid-cols-3">
        {([first, 'pickup', 'return'] as const).map((step, index) => (
          <li key={step} className="grid grid-cols-[2rem_1fr] gap-x-3">
            <span
              aria-hidden="true"
              className="tabular grid size-8 place-items-center rounded-full bg-accent-soft font-semibold text-accent-text"
            >
              {index + 1}
            </span>
            <div>
              <h3 className="font-semibold leading-8">{t(`steps.${step}.title`)}</h3>
              <p className="text-muted">{t(`steps.${step}.text`, { percent: depositPercent })}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
