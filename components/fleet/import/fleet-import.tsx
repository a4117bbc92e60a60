'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState, useTransition } from 'react'
import type { FormAction } from '@/components/dashboard/action-form'
import { FileFaultAlert } from '@/components/fleet/import/file-fault-alert'
import { ImportDone } from '@/components/fleet/import/import-done'
import { ImportPreviewView } from '@/components/fleet/import/import-preview'
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

/** Choose a file, see what it would bring, import it. The file itself is sent both times: the server trusts no preview. */
export function FleetImport({ preview, run, help }: FleetImportProps) {
  const t = useTranslations('fleet.import')
  const [file, setFile] = useState<File | null>(null)
  const [looked, setLooked] = useState<Looked | null>(null)
  const [imported, setImported] = useState<number | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [isWorking, startWork] = useTransition()

  function look(given: File | undefined) {
    if (!given) return
    setFile(given)
    setLooked(null)
    setFailure(null)
    startWork(async () => {
      const answer = await preview({ file: given })
      if (answer.ok) setLooked(answer.data)
      else setFailure(answer.error.fields?.file ?? answer.error.message)
    })
  }

  function importAll() {
    startWork(async () => {
      const answer = await run({ file })
      if (answer.ok) setImported(answer.data.imported)
      else setFailure(answer.error.message)
    })
  }

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
        <ImportPreviewView preview={looked} isWorking={isWorking} onImport={importAll} />
      )}
    </div>
  )
}
