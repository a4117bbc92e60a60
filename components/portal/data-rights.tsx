import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Fold, foldCard } from '@/components/booking-site/fold'
import { buttonStyle } from '@/components/ui/button-style'
import { formatDate } from '@/lib/core/dates'
import type { DataRequestKind, Portal } from '@/lib/portal/schema'

type DataRightsProps = {
  requests: Portal['dataRequests']
  company: string
  locale: string
  request: (kind: DataRequestKind) => Promise<void>
}

/** The customer's rights over their data: a copy, or being forgotten; asked for here, answered by the company. */
export function DataRights({ requests, company, locale, request }: DataRightsProps) {
  const t = useTranslations('portal.data')
  const open = new Map(requests.map(({ kind, dueOn }) => [kind, dueOn]))
  return (
    <Fold title={t('title')} open={requests.length > 0} className={foldCard}>
      <p className="text-muted">{t('text', { company })}</p>
      {(['copy', 'erasure'] as const).map((kind) => {
        const dueOn = open.get(kind)
        if (dueOn) {
          const date = formatDate(new Date(`${dueOn}T12:00:00Z`), { timeZone: 'UTC', locale })
          return (
            <p key={kind} role="status">
              {t(`asked.${kind}`, { date })}
            </p>
          )
        }
        return (
          <form key={kind} action={request.bind(null, kind)}>
            <button type="submit" className={buttonStyle({ size: 'lg' })}>
              {t(`ask.${kind}`)}
            </button>
          </form>
        )
      })}
      <Link href="/privacy" prefetch={false} className="underline decoration-line-strong underline-offset-4">
        {t('privacy')}
      </Link>
    </Fold>
  )
}
