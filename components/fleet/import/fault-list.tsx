import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import type { RowFault } from '@/lib/fleet/import/read-row'

type FaultListProps = { tone: 'danger' | 'warning'; title: string; text: string; faults: RowFault[] }

/** The id of a row in the preview, so that its faults can point at it. */
export function rowId(row: number): string {
  return `import-row-${row}`
}

/** Every fault by row and column, in words; each leads to its row. */
export function FaultList({ tone, title, text, faults }: FaultListProps) {
  const t = useTranslations('fleet.import')
  return (
    <Alert tone={tone} role="alert" title={title}>
      <p>{text}</p>
      <ul className="mt-1 grid gap-1">
        {faults.map((fault) => (
          <li
            key={`${fault.row} ${fault.column} ${fault.code}`}
            className="grid gap-x-4 sm:grid-cols-[13rem_1fr]"
          >
            <a href={`#${rowId(fault.row)}`} className="tabular underline underline-offset-4">
              {fault.column
                ? t('place', { row: fault.row, column: t(`columns.${fault.column}`) })
                : t('placeRow', { row: fault.row })}
            </a>
            <span>{t(`faults.${fault.code}`, fault.values)}</span>
          </li>
        ))}
      </ul>
    </Alert>
  )
}
