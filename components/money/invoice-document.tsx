import { FileText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DateTime } from '@/components/ui/date-time'
import type { SealedDocument } from '@/lib/money/queries/documents'

type InvoiceDocumentProps = { invoiceId: string; document: SealedDocument | null; timeZone: string }

/** The PDF, with its fingerprint once it is sealed. One that no job has written yet is written when somebody opens it. */
export function InvoiceDocument({ invoiceId, document, timeZone }: InvoiceDocumentProps) {
  const t = useTranslations('money.document')
  return (
    <Card title={t('title')}>
      <div className="grid gap-2 text-sm">
        <Button asChild className="w-full">
          <a href={`/api/invoices/${invoiceId}/pdf`} target="_blank" rel="noreferrer">
            <FileText aria-hidden="true" />
            {t('show')}
          </a>
        </Button>
        {document ? (
          <>
            <p className="text-muted text-xs">
              {t('sealed')} <DateTime instant={document.sealedAt} timeZone={timeZone} />
            </p>
            <p className="break-all font-mono text-faint text-xs">SHA-256 {document.sha256}</p>
          </>
        ) : (
          <p className="text-muted text-xs">{t('unsealed')}</p>
        )}
      </div>
    </Card>
  )
}
