import { FileText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { RefreshUntilThere } from '@/components/dashboard/refresh-until-there'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DateTime } from '@/components/ui/date-time'
import { Spinner } from '@/components/ui/spinner'
import type { SealedDocument } from '@/lib/money/queries/documents'

type InvoiceDocumentProps = { invoiceId: string; document: SealedDocument | null; timeZone: string }

/** The sealed PDF with its fingerprint, or that it is being written. */
export function InvoiceDocument({ invoiceId, document, timeZone }: InvoiceDocumentProps) {
  const t = useTranslations('money.document')
  return (
    <Card title={t('title')}>
      {document ? (
        <div className="grid gap-2 text-sm">
          <Button asChild className="w-full">
            <a href={`/api/invoices/${invoiceId}/pdf`} target="_blank" rel="noreferrer">
              <FileText aria-hidden="true" />
              {t('show')}
            </a>
          </Button>
          <p className="text-muted text-xs">
            {t('sealed')} <DateTime instant={document.sealedAt} timeZone={timeZone} />
          </p>
          <p className="break-all font-mono text-faint text-xs">SHA-256 {document.sha256}</p>
        </div>
      ) : (
        <p role="status" className="flex items-center gap-2 text-muted text-sm">
          <Spinner className="size-4" />
          {t('writing')}
          <RefreshUntilThere />
        </p>
      )}
    </Card>
  )
}
