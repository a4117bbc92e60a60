'use client'

import { Search } from 'lucide-react'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, useTransition } from 'react'
import { Input } from '@/components/ui/input'
import { Spinner } from '@/components/ui/spinner'
import { withFilter } from '@/components/ui/url-filter'

const PAUSE_MS = 250

/** Text search of a list, kept in the address as `q`; looks after a short pause in typing. */
export function SearchField({ label }: { label?: string }) {
  const t = useTranslations('ui.filter')
  const router = useRouter()
  const pathname = usePathname()
  const search = useSearchParams()
  const [text, setText] = useState(search.get('q') ?? '')
  const [isPending, startTransition] = useTransition()
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(pause.current), [])

  function change(next: string) {
    setText(next)
    clearTimeout(pause.current)
    pause.current = setTimeout(
      () =>
        startTransition(() =>
          router.replace(`${pathname}${withFilter(search, 'q', [next.trim()])}`, { scroll: false }),
        ),
      PAUSE_MS,
    )
  }

  return (
    <search className="w-full sm:w-64">
      <Input
        type="search"
        name="q"
        value={text}
        onChange={({ target }) => change(target.value)}
        aria-label={label ?? t('search')}
        placeholder={label ?? t('search')}
        prefix={isPending ? <Spinner className="size-3.5" /> : <Search className="size-3.5" />}
        className="h-(--control-height-small) pl-9 [&::-webkit-search-cancel-button]:hidden"
      />
    </search>
  )
}
