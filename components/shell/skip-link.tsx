import { useTranslations } from 'next-intl'

export const MAIN_ID = 'main'

/** First stop of the keyboard: past the navigation, to the page itself. */
export function SkipLink() {
  const t = useTranslations('shell')
  return (
    <a
      href={`#${MAIN_ID}`}
      className="fixed top-2 left-2 z-50 -translate-y-16 rounded bg-accent px-3 py-2 font-medium text-accent-ink text-sm focus:translate-y-0 print:hidden"
    >
      {t('skip')}
    </a>
  )
}
