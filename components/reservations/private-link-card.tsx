import { ExternalLink, Link2, Link2Off } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { replacePrivateLinkAction } from '@/app/(dashboard)/dashboard/reservations/actions'
import { ConfirmAction } from '@/components/dashboard/confirm-action'
import { CopyButton } from '@/components/reservations/copy-button'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DateTime } from '@/components/ui/date-time'
import type { PrivateLink } from '@/lib/reservations/queries/private-link'

type PrivateLinkCardProps = { reservationId: string; link: PrivateLink; timeZone: string }

/** The customer's way into their portal: to pass on, to end when it came into wrong hands, or to give anew once it has lapsed. */
export function PrivateLinkCard({ reservationId, link, timeZone }: PrivateLinkCardProps) {
  const t = useTranslations('reservations.link')
  const { isExpired } = link
  return (
    <Card title={t('title')}>
      <div className="grid gap-3 text-sm">
        <p className="text-muted">
          {t(isExpired ? 'expired' : 'text')} <DateTime instant={link.expiresAt} timeZone={timeZone} />
        </p>
        <div className="flex flex-wrap gap-2">
          {!isExpired && (
            <>
              <CopyButton text={link.url} label={t('copy')} done={t('copied')} />
              <Button asChild size="sm">
                <a href={link.url} target="_blank" rel="noreferrer">
                  <ExternalLink aria-hidden="true" />
                  {t('open')}
                </a>
              </Button>
            </>
          )}
          <ConfirmAction
            trigger={
              <Button size="sm">
                {isExpired ? <Link2 aria-hidden="true" /> : <Link2Off aria-hidden="true" />}
                {t(isExpired ? 'renew' : 'replace')}
              </Button>
            }
            title={t(isExpired ? 'renewTitle' : 'replaceTitle')}
            consequences={isExpired ? [t('renewMails')] : [t('replaceEnds'), t('replaceMails')]}
            confirmLabel={t(isExpired ? 'renew' : 'replace')}
            action={replacePrivateLinkAction}
            input={{ reservationId }}
            done={t('replaced')}
          />
        </div>
      </div>
    </Card>
  )
}
