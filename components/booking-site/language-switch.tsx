import { useTranslations } from 'next-intl'
import { SITE_LOCALES } from '@/lib/core/i18n/locales'

type LanguageSwitchProps = { locale: string; setLocale: (form: FormData) => Promise<void> }

/** The languages side by side; the current one is marked. Works as a plain form. */
export function LanguageSwitch({ locale, setLocale }: LanguageSwitchProps) {
  const t = useTranslations('booking-site.nav')
  const names = useTranslations('core.language')
  return (
    <form action={setLocale} aria-label={t('language')} className="flex">
      {SITE_LOCALES.map((choice) => (
        <button
          key={choice}
          type="submit"
          name="locale"
          value={choice}
          lang={choice}
          aria-label={`${choice}: ${names(choice)}`}
          aria-current={choice === locale ? 'true' : undefined}
          className="h-11 rounded px-2 text-muted text-sm uppercase hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {choice}
        </button>
      ))}
    </form>
  )
}
