'use client'

import { useTranslations } from 'next-intl'
import { FaultList } from '@/components/dashboard/file-import/fault-list'
import { PreviewTable } from '@/components/dashboard/file-import/preview-table'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { ImportPreview } from '@/lib/fleet/commands/import-fleet'
import type { RowFault } from '@/lib/fleet/import/read-row'

type ImportPreviewViewProps = { preview: ImportPreview; isWorking: boolean; onImport: () => void }

/** What a file would bring: its faults in words, the rows as they are written, and the button when all is right. */
export function ImportPreviewView({ preview, isWorking, onImport }: ImportPreviewViewProps) {
  const t = useTranslations('fleet.import')
  const { faults, doubts, ignored, ready } = preview
  const textOf = (fault: RowFault) => t(`faults.${fault.code}`, fault.values)
  const faultyRows = new Set(faults.map(({ row }) => row)).size
  return (
    <div className="grid gap-5">
      {faults.length > 0 ? (
        <FaultList
          words="fleet.import"
          textOf={textOf}
          tone="danger"
          title={t('faultsTitle', { count: faults.length, rows: faultyRows })}
          text={t('faultsText')}
          faults={faults}
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
      {doubts.length > 0 && (
        <FaultList
          words="fleet.import"
          textOf={textOf}
          tone="warning"
          title={t('doubtsTitle', { count: doubts.length })}
          text={t('doubtsText')}
          faults={doubts}
        />
      )}
      {ignored.length > 0 && <Alert title={t('ignored', { columns: ignored.join(', ') })} />}
      <PreviewTable words="fleet.import" preview={preview} textOf={textOf} />
    </div>
  )
}
