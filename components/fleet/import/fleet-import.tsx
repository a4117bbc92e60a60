'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '@/components/dashboard/action-form'
import { useFileImport } from '@/components/dashboard/file-import/use-file-import'
import { FileFaultAlert } from '@/components/fleet/import/file-fault-alert'
import { ImportDone } from '@/components/fleet/import/import-done'
import { FleetImportPreview } from '@/components/fleet/import/import-preview'
import { Alert } from '@/components/ui/alert'
import { FileDrop } from '@/components/ui/file-drop'
import { Spinner } from '@/components/ui/spinner'
import type { ImportPreview } from '@/lib/fleet/commands/import-fleet'
import type { FileFault } from '@/lib/fleet/import/read-fleet'

type Looked = ImportPreview | { fileFault: FileFault }

type FleetImportProps = {
  preview: FormAction<Looked>
  run: FormAction<{ imported: number }>
  help: ReactNode
}

/** Choose a file, see what it would bring, import it. */
export function FleetImport({ preview, run, help }: FleetImportProps) {
  const t = useTranslations('fleet.import')
  const { look, importAll, looked, imported, failure, isWorking } = useFileImport(preview, run)

  if (imported !== null) return <ImportDone count={imported} />
  return (
    <div className="grid gap-5">
      <FileDrop accept=".csv,text/csv,text/plain" hint={t('hint')} onFiles={([given]) => look(given)} />
      {!looked && help}
      {isWorking && !looked && (
        <p role="status" className="flex items-center gap-2 text-muted text-sm">
          <Spinner className="size-4" />
          {t('checking')}
        </p>
      )}
      {failure && <Alert tone="danger" role="alert" title={failure} />}
      {looked && 'fileFault' in looked && <FileFaultAlert fault={looked.fileFault} />}
      {looked && !('fileFault' in looked) && (
        <FleetImportPreview preview={looked} isWorking={isWorking} onImport={importAll} />
      )}
    </div>
  )
}
