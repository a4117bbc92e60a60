'use client'

import { CircleCheck } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { CustomerImportPreview } from '@/components/customers/import/import-preview'
import type { FormAction } from '@/components/dashboard/action-form'
import { useFileImport } from '@/components/dashboard/file-import/use-file-import'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FileDrop } from '@/components/ui/file-drop'
import { Spinner } from '@/components/ui/spinner'
import { CUSTOMER_COLUMNS } from '@/lib/customers/import/columns'
import type { ImportPreview } from '@/lib/customers/import/import-customers'
import type { FileFault } from '@/lib/customers/import/read-customers'

type Looked = ImportPreview | { fileFault: FileFault }
type CustomerImportProps = { preview: FormAction<Looked>; run: FormAction<{ imported: number }> }

/** Choose a file, see what it would bring, import it. */
export function CustomerImport({ preview, run }: CustomerImportProps) {
  const t = useTranslations('customers.import')
  const { look, importAll, looked, imported, failure, isWorking } = useFileImport(preview, run)

  if (imported !== null) {
    return (
      <EmptyState
        picture={<CircleCheck aria-hidden="true" className="text-active" />}
        title={t('done', { count: imported })}
        className="rounded-lg border bg-surface"
        actions={
          <Button asChild variant="primary">
            <Link href="/dashboard/customers">{t('toList')}</Link>
          </Button>
        }
      >
        {t('doneText')}
      </EmptyState>
    )
  }
  return (
    <div className="grid gap-5">
      <FileDrop accept=".csv,text/csv,text/plain" hint={t('hint')} onFiles={([given]) => look(given)} />
      {!looked && (
        <p className="max-w-prose text-muted text-sm">
          {t('columnsText', { columns: CUSTOMER_COLUMNS.map((column) => t(`columns.${column}`)).join(', ') })}
        </p>
      )}
      {isWorking && !looked && (
        <p role="status" className="flex items-center gap-2 text-muted text-sm">
          <Spinner className="size-4" />
          {t('checking')}
        </p>
      )}
      {failure && <Alert tone="danger" role="alert" title={failure} />}
      {looked && 'fileFault' in looked && (
        <Alert
          tone="danger"
          role="alert"
          title={t(`fileFaults.${looked.fileFault.code}`, faultValues(looked.fileFault, t))}
        />
      )}
      {looked && !('fileFault' in looked) && (
        <CustomerImportPreview preview={looked} isWorking={isWorking} onImport={importAll} />
      )}
    </div>
  )
}

function faultValues({ column, line }: FileFault, t: (key: string) => string) {
  return { column: column ? t(`columns.${column}`) : '', line: line ?? 0 }
}
