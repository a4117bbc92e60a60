import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { queryOf, type SearchParams, viewOf } from '@/components/lists/list-address'
import { Button } from '@/components/ui/button'

/** The list as a file: what its filters leave, in its order and columns. */
export function ExportLink({ href, search }: { href: string; search: SearchParams }) {
  const t = useTranslations('lists')
  return (
    <Button size="sm" asChild className="max-sm:hidden">
      <a href={`${href}?${viewOf(queryOf(search))}`} download>
        <Download aria-hidden="true" />
        {t('export')}
      </a>
    </Button>
  )
}
