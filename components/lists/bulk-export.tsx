'use client'

import { Download } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { toast } from 'sonner'
import { useSelection } from '@/components/lists/selection'
import { Button } from '@/components/ui/button'
import { MOST_SELECTED } from '@/lib/core/selection'

/** The selected rows as a file, in the columns the list shows and the order they were selected in. */
export function BulkExport({ href }: { href: string }) {
  const t = useTranslations('lists')
  const search = useSearchParams()
  const { rows } = useSelection()
  const [isLoading, load] = useTransition()

  async function download() {
    if (rows.length > MOST_SELECTED) {
      toast.error(t('exportTooMany', { most: MOST_SELECTED }))
      return
    }
    // Sent as a body: an address holds about two hundred ids.
    const response = await fetch(href, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: rows.map(({ id }) => id), columns: search.get('columns') ?? undefined }),
    }).catch(() => null)
    if (!response?.ok) {
      toast.error(t('exportFailed'))
      return
    }
    const link = document.createElement('a')
    link.href = URL.createObjectURL(await response.blob())
    link.download =
      /filename="?([^";]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'export.csv'
    link.click()
    URL.revokeObjectURL(link.href)
  }

  return (
    <Button size="sm" loading={isLoading} onClick={() => load(download)}>
      <Download aria-hidden="true" />
      {t('exportSelection')}
    </Button>
  )
}
