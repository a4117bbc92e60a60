import { FileText, Scale } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { RefreshUntilThere } from '@/components/dashboard/refresh-until-there'
import { Card } from '@/components/ui/card'
import { DateTime } from '@/components/ui/date-time'
import { Spinner } from '@/components/ui/spinner'
import type { ContractDetail } from '@/lib/contracts/queries/detail'

type DocumentsCardProps = { contract: ContractDetail; timeZone: string; canExport: boolean }

/** Sealed PDFs; one that is still being written says so, an invoice can be opened at once. */
export function DocumentsCard({ contract, timeZone, canExport }: DocumentsCardProps) {
  const t = useTranslations('contracts.detail')
  const { documents, billing, handovers } = contract
  // A contract that nobody signed here (brought along from elsewhere) gets no PDF to wait for.
  const isSigned = handovers.some(({ kind, signatures }) => kind === 'pickup' && signatures.length > 0)
  const isSettled = handovers.some(({ kind, signatures }) => kind === 'return' && signatures.length > 0)
  const isWaiting =
    (isSettled && !documents.some(({ kind }) => kind === 'settlement')) ||
    (isSigned && !documents.some(({ kind }) => kind === 'contract')) ||
    contract.addenda.some(({ change_id }) => !documents.some(({ record_id }) => record_id === change_id))
  // Those whose job has not come: opening one writes it.
  const unsealed = billing.invoices.filter(({ id }) => !documents.some(({ record_id }) => record_id === id))
  const isEmpty = documents.length === 0 && unsealed.length === 0 && !isWaiting
  return (
    <Card title={t('documents')} flush={!isEmpty}>
      {isEmpty && <p className="text-muted text-sm">{t('documentsNone')}</p>}
      <ul className="divide-y">
        {documents.map((document) => (
          <li key={document.id}>
            <PaperLink href={addressOf(contract.id, document)} name={t(`documentKinds.${document.kind}`)}>
              <DateTime instant={document.created_at} timeZone={timeZone} className="text-muted text-xs" />
              <span className="truncate font-mono text-faint text-xs" title={document.sha256}>
                SHA-256 {document.sha256}
              </span>
            </PaperLink>
          </li>
        ))}
        {unsealed.map(({ id }) => (
          <li key={id}>
            <PaperLink href={`/api/invoices/${id}/pdf`} name={t('documentKinds.invoice')}>
              <span className="text-muted text-xs">{t('unsealed')}</span>
            </PaperLink>
          </li>
        ))}
      </ul>
      {isWaiting && (
        <p role="status" className="flex items-center gap-2 p-4 text-muted text-sm">
          <Spinner className="size-4" />
          {t('sealing')}
          <RefreshUntilThere />
        </p>
      )}
      {canExport && isSigned && (
        <a
          href={`/api/contracts/${contract.id}/dispute-pack`}
          download
          className="flex items-start gap-3 border-t p-4 text-sm hover:bg-sunken"
        >
          <Scale aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-muted" />
          <span className="grid min-w-0 gap-0.5">
            <span className="font-medium">{t('disputePack')}</span>
            <span className="text-muted text-xs">{t('disputePackText')}</span>
          </span>
        </a>
      )}
    </Card>
  )
}

function PaperLink({ href, name, children }: { href: string; name: string; children: ReactNode }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      className="flex items-start gap-3 p-4 text-sm hover:bg-sunken"
    >
      <FileText aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-muted" />
      <span className="grid min-w-0 gap-0.5">
        <span className="font-medium">{name}</span>
        {children}
      </span>
    </a>
  )
}

function addressOf(contractId: string, { kind, record_id }: ContractDetail['documents'][number]): string {
  if (kind === 'addendum') return `/api/contracts/${contractId}/addenda/${record_id}`
  if (kind === 'invoice') return `/api/invoices/${record_id}/pdf`
  return `/api/contracts/${record_id}/${kind === 'settlement' ? 'settlement' : 'pdf'}`
}
