import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import {
  type ImportFault,
  type ImportWords,
  importRowId,
} from '@/components/dashboard/file-import/import-fault'
import { cn } from '@/components/ui/cn'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'

type PreviewTableProps<F extends ImportFault> = {
  words: ImportWords
  preview: {
    columns: readonly string[]
    rows: { row: number; cells: Partial<Record<string, string>> }[]
    faults: F[]
    total: number
  }
  textOf: (fault: F) => string
}

/** The rows as they are written in the file; cells with a fault stand out and say what it is. */
export function PreviewTable<F extends ImportFault>({ words, preview, textOf }: PreviewTableProps<F>) {
  const t = useTranslations(words)
  const { columns, rows, faults, total } = preview
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
          {rows.map(({ row, cells }) => {
            const rowFault = faultsAt.get(`${row} null`)
            return (
              <TableRow
                key={row}
                id={importRowId(row)}
                className={cn('scroll-mt-10', rowFault && 'bg-overdue-soft')}
              >
                <TableCell numeric className="sticky left-0 bg-surface text-muted group-target:font-semibold">
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
                      {cells[column] || <span className="text-faint">–</span>}
                    </TableCell>
                  )
                })}
              </TableRow>
            )
          })}
        </tbody>
      </Table>
    </section>
  )
}
