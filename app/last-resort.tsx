import type { FailureProps } from '@/app/failure'

const WORDS = {
  de: [
    'Das hat nicht geklappt',
    'Der Fehler liegt bei uns. Versuchen Sie es in einer Minute noch einmal.',
    'Noch einmal versuchen',
  ],
  fr: ['Cela n’a pas fonctionné', 'L’erreur vient de nous. Réessayez dans une minute.', 'Réessayer'],
  it: ['Non ha funzionato', 'L’errore è nostro. Riprovi tra un minuto.', 'Riprovare'],
  en: ['That did not work', 'The fault is ours. Please try again in a minute.', 'Try again'],
} as const

/**
 * A failure told without anything that may be what failed, messages included: in the language of the page around it or,
 * where nothing tells it, in German and English.
 */
export function LastResort({ retry }: Pick<FailureProps, 'retry'>) {
  const language = typeof document === 'undefined' ? '' : document.documentElement.lang
  const known = Object.hasOwn(WORDS, language) ? [language as keyof typeof WORDS] : (['de', 'en'] as const)
  return (
    <main className="mx-auto grid min-h-[70dvh] max-w-md content-center gap-3 px-6">
      {known.map((lang, nth) => {
        const [title, text] = WORDS[lang]
        return (
          <div key={lang} lang={lang}>
            {nth === 0 && <h1 className="font-semibold text-xl">{title}</h1>}
            <p className="text-muted">{text}</p>
          </div>
        )
      })}
      <div className="mt-2">
        <button
          type="button"
          onClick={retry}
          className="h-(--control-height) rounded bg-accent px-3 font-medium text-(length:--button-text) text-accent-ink hover:bg-accent-hover"
        >
          {known.map((lang) => WORDS[lang][2]).join(' · ')}
        </button>
      </div>
    </main>
  )
}
