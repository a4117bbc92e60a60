'use client'

import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'

/** The one line that puts the search onto a page of the company's own. */
export function WidgetCode({ url, isAllowedSomewhere }: { url: string; isAllowedSomewhere: boolean }) {
  const t = useTranslations('settings.website')
  const code = `<script async src="${url}widget.js"></script>`
  const copy = async () => {
    await navigator.clipboard.writeText(code)
    toast.success(t('copied'))
  }
  return (
    <section aria-label={t('widget')} className="grid gap-3 rounded-lg border bg-surface p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-semibold text-base">{t('widget')}</h2>
        <Button onClick={copy}>{t('copy')}</Button>
      </div>
      <p className="max-w-prose text-muted text-sm">{t('widgetHelp')}</p>
      <pre className="whitespace-pre-wrap rounded bg-sunken p-3 text-sm wrap-anywhere">
        <code>{code}</code>
      </pre>
      {!isAllowedSomewhere && <Alert tone="warning">{t('nowhere')}</Alert>}
    </section>
  )
}
