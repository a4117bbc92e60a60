import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { queryOf, type SearchParams } from '@/components/dashboard/list-pages'
import { Button } from '@/components/ui/button'

/** The list as a file, with the filters it has on screen. */
export function ExportLink({ href, search }: { href: string; search: SearchParams }) {
  const t = useTranslations('dashboard')
  const query = queryOf(search)
  query.delete('after')
  query.delete('before')
  return (
    <Button size="sm" asChild className="max-sm:hidden">
      <a href={query.size > 0 ? `${href}?${query}` : href} download>
        <Download aria-hidden="true" />
        {t('export')}
      </a>
    </Button>
  )
}
