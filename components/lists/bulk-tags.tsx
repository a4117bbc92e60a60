'use client'

import { Plus, Tag, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { tagRecordsAction } from '@/app/(dashboard)/dashboard/list-actions'
import { useBulkAction } from '@/components/lists/bulk-outcome'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'

type BulkTagsProps = {
  list: 'reservations' | 'customers' | 'vehicles'
  /** Those in use. */
  tags: string[]
}

/** Puts a tag on everything selected, or takes one off. */
export function BulkTags({ list, tags }: BulkTagsProps) {
  const t = useTranslations('lists.tags')
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const { run, report } = useBulkAction(tagRecordsAction)
  const fitting = tags.filter((tag) => tag.toLowerCase().includes(text.trim().toLowerCase()))

  async function tag(change: { add?: string[]; remove?: string[] }) {
    if (await run({ list, ...change })) setText('')
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    const add = text.split(',').flatMap((part) => part.trim() || [])
    if (add.length > 0) void tag({ add })
  }

  return (
    <>
      <Popover open={isOpen} onOpenChange={setOpen}>
        <PopoverTrigger asChild>
          <Button size="sm">
            <Tag aria-hidden="true" />
            {t('action')}
          </Button>
        </PopoverTrigger>
        <PopoverContent aria-label={t('action')} className="grid gap-2">
          <form onSubmit={submit} className="flex gap-2">
            <Input
              value={text}
              onChange={({ target }) => setText(target.value)}
              maxLength={40}
              aria-label={t('new')}
              placeholder={t('new')}
              className="h-(--control-height-small)"
            />
            <IconButton type="submit" label={t('add', { tag: text.trim() })} className="size-8">
              <Plus />
            </IconButton>
          </form>
          <ul className="grid max-h-56 overflow-y-auto">
            {fitting.map((known) => (
              <li key={known} className="flex items-center gap-1">
                <Button
                  size="sm"
                  variant="ghost"
                  onClick={() => tag({ add: [known] })}
                  aria-label={t('add', { tag: known })}
                  className="min-w-0 flex-1 justify-start truncate"
                >
                  {known}
                </Button>
                <IconButton
                  label={t('remove', { tag: known })}
                  onClick={() => tag({ remove: [known] })}
                  className="size-8"
                >
                  <X />
                </IconButton>
              </li>
            ))}
          </ul>
        </PopoverContent>
      </Popover>
      {report}
    </>
  )
}
