import { getLocale, getTranslations } from 'next-intl/server'
import { setLocale } from '@/app/set-locale'
import { LOCALES } from '@/lib/core/i18n/locales'

/** The languages by their own names; the current one is said, not offered. */
export async function LanguageSwitch() {
  const current = await getLocale()
  const t = await getTranslations('core.language')
  return (
    <form action={setLocale} className="flex gap-4 text-sm">
      <span className="sr-only">{t('label')}</span>
      {LOCALES.map((locale) => (
        <button
          key={locale}
          type="submit"
          name="locale"
          value={locale}
          lang={locale}
          aria-current={locale === current ? 'true' : undefined}
          className="min-h-6 cursor-pointer text-muted aria-[current]:font-medium aria-[current]:text-ink"
        >
          {t(locale)}
        </button>
      ))}
    </form>
  )
}
