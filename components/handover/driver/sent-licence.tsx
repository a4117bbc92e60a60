import { FileText } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { Checkin } from '@/lib/checkin/schema'
import { labelOf } from '@/lib/core/labels'

/** The photos of licences the customer sent with their check-in, to be held against the one in hand; who opens one leaves a trace. */
export function SentLicence({ checkin }: { checkin: Checkin | null }) {
  const t = useTranslations('handover.driver')
  const locale = useLocale()
  const sent = (checkin?.fields ?? []).flatMap(({ key, labels }) =>
    (checkin?.files ?? [])
      .filter(({ field, kind, isPurged }) => field === key && kind === 'identity' && !isPurged)
      .map(({ id }, index) => ({
        id,
        name: `${labelOf(labels, locale)}${index > 0 ? ` ${index + 1}` : ''}`,
      })),
  )
  if (sent.length === 0) return null
  return (
    <section className="grid gap-1 rounded border bg-surface p-4">
      <h2 className="font-medium">{t('sent')}</h2>
      <ul>
        {sent.map(({ id, name }) => (
          <li key={id}>
            <a
              href={`/api/checkin-files/${id}`}
              target="_blank"
              rel="noreferrer"
              className="flex min-h-12 items-center gap-2 underline decoration-line-strong underline-offset-4"
            >
              <FileText aria-hidden="true" className="size-5 shrink-0 text-muted" />
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
