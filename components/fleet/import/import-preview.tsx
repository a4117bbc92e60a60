'use client'

import { useTranslations } from 'next-intl'
import { FaultList } from '@/components/dashboard/file-import/fault-list'
import { ImportPreview } from '@/components/dashboard/file-import/import-preview'
import { Alert } from '@/components/ui/alert'
import type { ImportPreview as Preview } from '@/lib/fleet/commands/import-fleet'
import type { RowFault } from '@/lib/fleet/import/read-row'

type FleetImportPreviewProps = { preview: Preview; isWorking: boolean; onImport: () => void }

/** What a fleet list would bring; beside its faults what looks unlikely, which may be imported all the same. */
export function FleetImportPreview(props: FleetImportPreviewProps) {
  const t = useTranslations('fleet.import')
  const { doubts, unknown } = props.preview
  const textOf = (fault: RowFault) => t(`faults.${fault.code}`, fault.values)
  return (
    <ImportPreview words="fleet.import" textOf={textOf} {...props}>
      {unknown.length > 0 && (
        <Alert title={t('unknown', { names: unknown.join(', ') })}>
          <p>{t('unknownText')}</p>
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
    </ImportPreview>
  )
}
