import { Plus } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { labelOf } from '@/lib/core/labels'

type WrittenListProps = {
  /** The page the list stands on; each item's and the new one's lie beneath it. */
  address: string
  words: { lead: string; none: string; add: string }
  items: {
    id: string
    names: Record<string, string>
    categoryIds: string[]
    isActive: boolean
    /** What more is to be told of it: how long it is, which version. */
    detail: string
  }[]
  categories: { id: string; names: unknown }[]
}

/** What a company has written for its customers, each with the categories it is for. */
export function WrittenList({ address, words, items, categories }: WrittenListProps) {
  const t = useTranslations('settings.written')
  const locale = useLocale()
  const names = new Map(categories.map((one) => [one.id, labelOf(one.names, locale)]))
  return (
    <div className="grid max-w-3xl gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-prose text-muted text-sm">{words.lead}</p>
        <Button asChild variant="primary">
          <Link href={`${address}/new`}>
            <Plus aria-hidden="true" />
            {words.add}
          </Link>
        </Button>
      </div>
      {items.length === 0 && (
        <p className="rounded-lg border bg-surface p-4 text-muted text-sm">{words.none}</p>
      )}
      <ul className="divide-y rounded-lg border bg-surface text-sm empty:hidden">
        {items.map((item) => (
          <li key={item.id}>
            <Link href={`${address}/${item.id}`} className="grid gap-0.5 px-4 py-2.5 hover:bg-sunken">
              <span className="flex flex-wrap items-baseline gap-2">
                <span className="font-medium">{labelOf(item.names, locale)}</span>
                {!item.isActive && <Badge>{t('inactive')}</Badge>}
              </span>
              <span className="text-muted">
                {item.categoryIds.map((id) => names.get(id)).join(', ') || t('all')} · {item.detail}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
