'use client'

import { useTranslations } from 'next-intl'
import { ImportPreview } from '@/components/dashboard/file-import/import-preview'
import type { ImportPreview as Preview } from '@/lib/customers/import/import-customers'
import type { RowFault } from '@/lib/customers/import/read-row'

type CustomerImportPreviewProps = { preview: Preview; isWorking: boolean; onImport: () => void }

/** What a list of customers would bring. */
export function CustomerImportPreview(props: CustomerImportPreviewProps) {
  const ofFile = useTranslations('customers.import.faults')
  const ofField = useTranslations('errors.validation')
  // A fault is the form's own, of a field, or one of what is known already.
  const textOf = ({ code, values }: RowFault) =>
    ofFile.has(code) ? ofFile(code, values) : ofField(code, values)
  return <ImportPreview words="customers.import" textOf={textOf} {...props} />
}
