import { useTranslations } from 'next-intl'
import {
  type ImportFault,
  type ImportWords,
  importRowId,
} from '@/components/dashboard/file-import/import-fault'
import { Alert } from '@/components/ui/alert'

type FaultListProps<F extends ImportFault> = {
  words: ImportWords
  tone: 'danger' | 'warning'
  title: string
  text: string
  faults: F[]
  textOf: (fault: F) => string
}

/** Every fault by row and column, in words; each leads to its row. */
export function FaultList<F extends ImportFault>({
  words,
  tone,
  title,
  text,
  faults,
  textOf,
}: FaultListProps<F>) {
  const t = useTranslations(words)
  return (
    <Alert tone={tone} role="alert" title={title}>
      <p>{text}</p>
      <ul className="mt-1 grid gap-1">
        {faults.map((fault) => (
          <li
            key={`${fault.row} ${fault.column} ${fault.code}`}
            className="grid gap-x-4 sm:grid-cols-[13rem_1fr]"
          >
            <a href={`#${importRowId(fault.row)}`} className="tabular underline underline-offset-4">
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
