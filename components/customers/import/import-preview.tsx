'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { ImportPreview } from '@/lib/customers/import/import-customers'
import type { RowFault } from '@/lib/customers/import/read-row'

type CustomerImportPreviewProps = { preview: ImportPreview; isWorking: boolean; onImport: () => void }

/** What a file would bring: its faults in words, the rows as they are written, and the button when all is right. */
export function CustomerImportPreview({ preview, isWorking, onImport }: CustomerImportPreviewProps) {
  const t = useTranslations('customers.import')
  const { faults, ignored, ready } = preview
  return (
    <div className="grid gap-5">
      {faults.length > 0 ? (
        <FaultList faults={faults} />
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
      <PreviewTable preview={preview} />
    </div>
  )
}

/** A fault in words: of the form's fields, or of what is known already. */
function useFaultText() {
  const t = useTranslations('customers.import.faults')
  const fields = useTranslations('errors.validation')
  return ({ code, values }: RowFault) => (t.has(code) ? t(code) : fields(code, values))
}

function FaultList({ faults }: { faults: RowFault[] }) {
  const t = useTranslations('customers.import')
  const textOf = useFaultText()
  const rows = new Set(faults.map(({ row }) => row)).size
  return (
    <Alert tone="danger" role="alert" title={t('faultsTitle', { count: faults.length, rows })}>
      <p>{t('faultsText')}</p>
      <ul className="mt-1 grid gap-1">
        {faults.map((fault) => (
          <li
            key={`${fault.row} ${fault.column} ${fault.code}`}
            className="grid gap-x-4 sm:grid-cols-[13rem_1fr]"
          >
            <a href={`#import-row-${fault.row}`} className="tabular underline underline-offset-4">
              {fault.column
                ? t('place', { row: fault.row, column: t(`columns.${fault.column}`) })
                : t('placeRow', { row: fault.row })}
            </a>
            <span>{textOf(fault)}</span>
          </li>
        ))}
      </ul>
    </Alert>
  )
}

function PreviewTable({ preview: { columns, rows, faults, total } }: { preview: ImportPreview }) {
  const t = useTranslations('customers.import')
  const textOf = useFaultText()
  const faultsAt = new Map(faults.map((fault) => [`${fault.row} ${fault.column}`, fault]))
  return (
    <section className="grid min-w-0 gap-2">
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="font-semibold text-base">{t('previewTitle')}</h2>
        <p className="tabular text-muted text-xs">{t('previewText', { shown: rows.length, total })}</p>
      </div>
      <Table caption={t('previewTitle')} frame="max-h-[32rem]">
        <TableHead>
          <TableHeader numeric className="sticky left-0 z-10">
            {t('row')}
          </TableHeader>
          {columns.map((column) => (
            <TableHeader key={column}>{t(`columns.${column}`)}</TableHeader>
          ))}
        </TableHead>
        <tbody>
          {rows.map(({ row, cells }) => (
            <TableRow key={row} id={`import-row-${row}`} className="scroll-mt-10">
              <TableCell numeric className="sticky left-0 bg-surface text-muted">
                {row}
              </TableCell>
              {columns.map((column) => {
                const fault = faultsAt.get(`${row} ${column}`)
                return (
                  <TableCell
                    key={column}
                    title={fault && textOf(fault)}
                    className={cn('max-w-56', fault && 'bg-overdue-soft text-overdue-text')}
                  >
                    {fault && (
                      <CircleAlert aria-hidden="true" className="mr-1 inline size-3.5 align-[-2px]" />
                    )}
                    {cells[column] || <span className="text-muted">–</span>}
                  </TableCell>
                )
              })}
            </TableRow>
          ))}
        </tbody>
      </Table>
    </section>
  )
}
