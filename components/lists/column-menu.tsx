'use client'

import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react'
import { useRouter, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { withParameters } from '@/components/lists/list-address'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { IconButton } from '@/components/ui/icon-button'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'

type ColumnMenuProps = {
  /** Every column there is, the first one fixed. */
  columns: { key: string; label: string }[]
  /** Those shown, in their order. */
  shown: string[]
}

/** Which columns a list shows, and in which order. */
export function ColumnMenu({ columns, shown }: ColumnMenuProps) {
  const t = useTranslations('lists')
  const router = useRouter()
  const search = useSearchParams()
  const labelOf = (key: string) => columns.find((column) => column.key === key)?.label ?? key
  const hidden = columns.filter(({ key }) => !shown.includes(key)).map(({ key }) => key)

  function show(keys: string[] | null) {
    const address = withParameters(new URLSearchParams(search), { columns: keys?.join(',') ?? null })
    router.replace(address, { scroll: false })
  }

  function swap(place: number, other: number) {
    const next = [...shown]
    ;[next[place], next[other]] = [next[other] as string, next[place] as string]
    show(next)
  }

  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button size="sm" className="max-sm:hidden">
          <Columns3 aria-hidden="true" />
          {t('columns')}
        </Button>
      </PopoverTrigger>
      <PopoverContent
        align="end"
        aria-label={t('columns')}
        className="grid max-h-[70dvh] gap-3 overflow-y-auto"
      >
        <ul className="grid gap-1">
          {shown.map((key, place) => (
            <li key={key} className="flex min-h-8 items-center gap-1">
              <Checkbox
                label={labelOf(key)}
                checked
                disabled={place === 0}
                onCheckedChange={() => show(shown.filter((other) => other !== key))}
                className="flex-1"
              />
              <IconButton
                label={t('moveUp', { column: labelOf(key) })}
                disabled={place < 2}
                onClick={() => swap(place, place - 1)}
                className="size-7"
              >
                <ArrowUp />
              </IconButton>
              <IconButton
                label={t('moveDown', { column: labelOf(key) })}
                disabled={place === 0 || place === shown.length - 1}
                onClick={() => swap(place, place + 1)}
                className="size-7"
              >
                <ArrowDown />
              </IconButton>
            </li>
          ))}
          {hidden.map((key) => (
            <li key={key} className="flex min-h-8 items-center">
              <Checkbox label={labelOf(key)} checked={false} onCheckedChange={() => show([...shown, key])} />
            </li>
          ))}
        </ul>
        <Button size="sm" onClick={() => show(null)} className="w-fit">
          {t('usualColumns')}
        </Button>
      </PopoverContent>
    </Popover>
  )
}
