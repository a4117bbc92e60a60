import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FaultList } from '@/components/dashboard/file-import/fault-list'
import type { ImportFault, ImportWords } from '@/components/dashboard/file-import/import-fault'
import { PreviewTable } from '@/components/dashboard/file-import/preview-table'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'

type ImportPreviewProps<F extends ImportFault> = {
  words: ImportWords
  preview: {
    columns: readonly string[]
    rows: { row: number; cells: Partial<Record<string, string>> }[]
    faults: F[]
    ignored: string[]
    ready: number
    total: number
  }
  textOf: (fault: F) => string
  isWorking: boolean
  onImport: () => void
  /** What else is to be said of the file, above its rows. */
  children?: ReactNode
}

/** What a file would bring: its faults in words, the rows as they are written, and the button when all is right. */
export function ImportPreview<F extends ImportFault>({
  words,
  preview,
  textOf,
  isWorking,
  onImport,
  children,
}: ImportPreviewProps<F>) {
  const t = useTranslations(words)
  const { faults, ignored, ready } = preview
  const faultyRows = new Set(faults.map(({ row }) => row)).size
  return (
    <div className="grid gap-5">
      {faults.length > 0 ? (
        <FaultList
          words={words}
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
      {children}
      {ignored.length > 0 && <Alert title={t('ignored', { columns: ignored.join(', ') })} />}
      <PreviewTable words={words} preview={preview} textOf={textOf} />
    </div>
  )
}
