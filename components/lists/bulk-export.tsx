'use client'

import { Download } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useSelection } from '@/components/lists/selection'
import { Button } from '@/components/ui/button'

/** The most ids that go into an address. */
const MOST = 200

/** The selected rows as a file, in the columns the list shows. */
export function BulkExport({ href }: { href: string }) {
  const t = useTranslations('lists')
  const search = useSearchParams()
  const { rows } = useSelection()
  const query = new URLSearchParams()
  for (const name of ['sort', 'columns']) {
    const value = search.get(name)
    if (value) query.set(name, value)
  }
  for (const { id } of rows.slice(0, MOST)) query.append('id', id)
  return (
    <Button size="sm" asChild>
      <a href={`${href}?${query}`} download>
        <Download aria-hidden="true" />
        {t('exportSelection')}
      </a>
    </Button>
  )
}
