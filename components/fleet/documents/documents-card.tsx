import { FileImage, FileText, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { removeDocumentAction } from '@/app/(dashboard)/dashboard/fleet/maintenance-actions'
import { ConfirmAction } from '@/components/dashboard/confirm-action'
import { AddDocument } from '@/components/fleet/documents/add-document'
import { Card } from '@/components/ui/card'
import { DateTime } from '@/components/ui/date-time'
import { IconButton } from '@/components/ui/icon-button'
import type { VehicleDocument } from '@/lib/fleet/documents'

type DocumentsCardProps = {
  vehicleId: string
  documents: VehicleDocument[]
  timeZone: string
  canEdit: boolean
}

/** The papers of a vehicle. */
export function DocumentsCard({ vehicleId, documents, timeZone, canEdit }: DocumentsCardProps) {
  const t = useTranslations('fleet.documents')
  return (
    <Card title={t('title')} flush {...(canEdit && { actions: <AddDocument vehicleId={vehicleId} /> })}>
      {documents.length === 0 ? (
        <p className="p-4 text-muted text-sm">{t('none')}</p>
      ) : (
        <ul className="divide-y text-sm">
          {documents.map((document) => (
            <li key={document.id} className="flex items-center gap-3 py-2 pr-2 pl-4">
              <DocumentIcon contentType={document.contentType} />
              <div className="grid min-w-0 flex-1">
                <a
                  href={`/api/vehicles/${vehicleId}/documents/${document.id}`}
                  className="truncate rounded-sm font-medium underline decoration-line-strong underline-offset-4 hover:decoration-current"
                >
                  {document.name}
                </a>
                <span className="text-muted text-xs">
                  {t(`kinds.${document.kind}`)} · {sizeOf(document.bytes)} ·{' '}
                  <DateTime instant={document.addedAt} timeZone={timeZone} show="date" />
                </span>
              </div>
              {canEdit && <RemoveDocument document={document} />}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function DocumentIcon({ contentType }: Pick<VehicleDocument, 'contentType'>) {
  const Icon = contentType === 'application/pdf' ? FileText : FileImage
  return <Icon aria-hidden="true" className="size-4 shrink-0 text-muted" />
}

function RemoveDocument({ document }: { document: VehicleDocument }) {
  const t = useTranslations('fleet.documents')
  return (
    <ConfirmAction
      trigger={
        <IconButton label={t('removeNamed', { name: document.name })}>
          <Trash2 />
        </IconButton>
      }
      title={t('removeTitle', { name: document.name })}
      consequences={[t('removeText')]}
      confirmLabel={t('remove')}
      action={removeDocumentAction}
      input={{ id: document.id }}
      done={t('removed')}
    />
  )
}

/** `1.4 MB` or `320 kB`. */
function sizeOf(bytes: number): string {
  return bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.ceil(bytes / 1_000)} kB`
}
