import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import type { FileFault } from '@/lib/fleet/import/read-fleet'

/** Why a file cannot be read as a fleet at all, and what to do. */
export function FileFaultAlert({ fault }: { fault: FileFault }) {
  const t = useTranslations('fleet.import')
  const missing = 'columns' in fault ? fault.columns : 'column' in fault ? [fault.column] : []
  const columns = missing.map((column) => t(`columns.${column}`)).join(', ')
  const line = 'line' in fault ? fault.line : undefined
  const sentence = line === undefined ? fault.code : `${fault.code}_line`
  return (
    <Alert tone="danger" role="alert" title={t(`fileFaults.${sentence}`, { columns, line: line ?? 0 })} />
  )
}
