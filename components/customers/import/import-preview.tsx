'use client'

import { useTranslations } from 'next-intl'
import { FaultList } from '@/components/dashboard/file-import/fault-list'
import { PreviewTable } from '@/components/dashboard/file-import/preview-table'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { ImportPreview } from '@/lib/customers/import/import-customers'
import type { RowFault } from '@/lib/customers/import/read-row'

type CustomerImportPreviewProps = { preview: ImportPreview; isWorking: boolean; onImport: () => void }

/** What a file would bring: its faults in words, the rows as they are written, and the button when all is right. */
export function CustomerImportPreview({ preview, isWorking, onImport }: CustomerImportPreviewProps) {
  const t = useTranslations('customers.import')
  const ofFile = useTranslations('customers.import.faults')
  const ofField = useTranslations('errors.validation')
  const { faults, ignored, ready } = preview
  const faultyRows = new Set(faults.map(({ row }) => row)).size
  // A fault is the form's own, of a field, or one of what is known already.
  const textOf = ({ code, values }: RowFault) => (ofFile.has(code) ? ofFile(code) : ofField(code, values))
  return (
    <div className="grid gap-5">
      {faults.length > 0 ? (
        <FaultList
          words="customers.import"
          tone="danger"
          title={t('faultsTitle', { count: faults.length, rows: faultyRows })}
          text={t('faultsText')}
          faults={faults}
          textOf={textOf}
        />
      ) : (
        <Alert
          tone="success"
          role="status"
          title={t('ready', { count: ready })}
          actions={
            <Button variant="primary" loading={isWorking} onClick={onImport}>
              {t('submit', { count: ready })}
            </Button>
          }
        >
          <p>{t('readyText')}</p>
        </Alert>
      )}
      {ignored.length > 0 && <Alert title={t('ignored', { columns: ignored.join(', ') })} />}
      <PreviewTable words="customers.import" preview={preview} textOf={textOf} />
    </div>
  )
}
