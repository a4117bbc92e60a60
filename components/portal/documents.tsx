import { FileText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { formatDate } from '@/lib/core/dates'
import type { Portal } from '@/lib/portal/schema'

type DocumentsProps = {
  documents: Portal['documents']
  token: string
  /** Whether the rental has begun: then what is not here yet is being written. */
  hasBegun: boolean
  ctx: { timeZone: string; locale: string }
}

/** Contract, settlement and invoices as sealed PDFs; before there are any, when they come. */
export function Documents({ documents, token, hasBegun, ctx }: DocumentsProps) {
  const t = useTranslations('portal.documents')
  return (
    <section className="grid gap-3 rounded-lg border bg-surface p-5">
      <h2 className="font-semibold text-lg">{t('title')}</h2>
      {documents.length === 0 && <p className="text-muted">{t(hasBegun ? 'underWay' : 'none')}</p>}
      <ul className="grid gap-1 empty:hidden">
        {documents.map(({ kind, recordId, number, at, bytes }) => (
          <li key={`${kind} ${recordId}`}>
            <a
              href={`/portal/${token}/documents/${kind}/${recordId}`}
              target="_blank"
              rel="noreferrer"
              className="-mx-2 flex min-h-12 items-center gap-3 rounded px-2 py-1 hover:bg-sunken"
            >
              <FileText aria-hidden="true" className="size-5 shrink-0 text-muted" />
              <span className="min-w-0 flex-1">
                <span className="block underline decoration-line-strong underline-offset-4">
                  {t(`kind.${kind}`)} {number}
                </span>
                <span className="tabular block text-muted text-sm">
                  {t('facts', { date: formatDate(at, ctx), kb: Math.max(1, Math.round(bytes / 1_000)) })}
                </span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
