import { FileX2 } from 'lucide-react'
import { useTranslations } from 'next-intl'

/** The other answer, and what may be behind it. */
export function NotGenuine({ sha256, company }: { sha256: string; company?: string }) {
  const t = useTranslations('verification')
  return (
    <section
      role="status"
      className="flex items-start gap-3 rounded-lg border border-overdue/40 bg-overdue-soft p-4 text-overdue-text sm:p-5"
    >
      <FileX2 aria-hidden="true" className="mt-0.5 size-6 shrink-0" />
      <div className="grid min-w-0 gap-2">
        <h2 className="font-semibold text-lg">
          {company ? t('unknown.titleOf', { company }) : t('unknown.title')}
        </h2>
        <ul className="grid list-disc gap-1 pl-5">
          <li>{t('unknown.changed')}</li>
          <li>{t('unknown.printed')}</li>
          <li>{t('unknown.original')}</li>
        </ul>
        <p className="break-all font-mono text-sm">{sha256}</p>
      </div>
    </section>
  )
}
