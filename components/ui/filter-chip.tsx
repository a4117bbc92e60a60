'use client'

import { ChevronDown, X } from 'lucide-react'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { cn } from '@/components/ui/cn'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuTrigger,
  MenuCheckboxItem,
} from '@/components/ui/dropdown-menu'
import { withFilter } from '@/components/ui/url-filter'

export type Filter = {
  key: string
  label: string
  options: { value: string; label: string }[]
  /** One at a time: choosing another replaces the first. */
  single?: boolean
}

/** One filter of a list, kept in the address: what it is set to, and a menu to change it. */
export function FilterChip({ filter: { key, label, options, single } }: { filter: Filter }) {
  const t = useTranslations('ui.filter')
  const router = useRouter()
  const pathname = usePathname()
  const search = useSearchParams()
  const [isPending, startTransition] = useTransition()
  const chosen = search.getAll(key)
  const chosenLabels = options.filter(({ value }) => chosen.includes(value)).map((option) => option.label)

  function choose(values: string[]) {
    startTransition(() => router.replace(`${pathname}${withFilter(search, key, values)}`, { scroll: false }))
  }

  return (
    <div
      className={cn(
        'inline-flex h-(--control-height-small) items-center rounded-full border border-line-strong text-sm transition-opacity',
        chosen.length > 0 ? 'border-accent-line bg-accent-soft text-accent-text' : 'border-dashed text-muted',
        isPending && 'opacity-60',
      )}
    >
      <DropdownMenu>
        <DropdownMenuTrigger className="inline-flex h-full items-center gap-1 rounded-full px-2.5 hover:text-ink">
          {label}
          {chosenLabels.length > 0 && (
            <span className="max-w-40 truncate font-medium">{chosenLabels.join(', ')}</span>
          )}
          {chosen.length === 0 && <ChevronDown aria-hidden="true" className="size-3.5" />}
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          {options.map((option) => (
            <MenuCheckboxItem
              key={option.value}
              checked={chosen.includes(option.value)}
              onCheckedChange={(checked) =>
                choose(
                  checked
                    ? [...(single ? [] : chosen), option.value]
                    : chosen.filter((value) => value !== option.value),
                )
              }
              // Several may be chosen one after another.
              onSelect={(event) => event.preventDefault()}
            >
              {option.label}
            </MenuCheckboxItem>
          ))}
        </DropdownMenuContent>
      </DropdownMenu>
      {chosen.length > 0 && (
        <button
          type="button"
          aria-label={t('clear', { label })}
          onClick={() => choose([])}
          className="-ml-1 grid h-full min-w-6 place-items-center rounded-full pr-1 hover:text-ink"
        >
          <X aria-hidden="true" className="size-3.5" />
        </button>
      )}
    </div>
  )
}
