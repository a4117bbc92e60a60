import { useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button-style'

/** One's name beneath the terms, and the word that one agrees. */
export function SignTerms({ sign }: { sign: (form: FormData) => Promise<void> }) {
  const t = useTranslations('portal.terms')
  return (
    <form id="sign" action={sign} className="grid scroll-mt-20 gap-4 rounded-lg border bg-surface p-5">
      <h2 className="font-semibold text-lg">{t('sign')}</h2>
      <label className="grid gap-1.5 font-medium">
        {t('name')}
        <input
          name="name"
          required
          minLength={2}
          maxLength={120}
          autoComplete="name"
          className="h-11 rounded border border-control bg-surface px-3 font-normal text-base"
        />
      </label>
      <label className="flex items-start gap-3">
        <input type="checkbox" name="agrees" required className="mt-1 size-5 shrink-0 accent-accent" />
        <span>{t('agree')}</span>
      </label>
      <button
        type="submit"
        className={buttonStyle({ variant: 'primary', size: 'lg', className: 'w-full sm:w-fit' })}
      >
        {t('submit')}
      </button>
    </form>
  )
}
