'use client'

import { Bookmark, Trash2, Users } from 'lucide-react'
import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { deleteViewAction, saveViewAction } from '@/app/(dashboard)/dashboard/list-actions'
import { ConfirmAction } from '@/components/dashboard/confirm-action'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { viewOf } from '@/components/lists/list-address'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/cn'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import type { ListName } from '@/lib/core/list'
import type { SavedView } from '@/lib/lists/queries'

type SavedViewsProps = { list: ListName; views: SavedView[]; canDeleteShared: boolean }

/** The list's views: all of it, those somebody saved, and a way to save the one on screen. */
export function SavedViews({ list, views, canDeleteShared }: SavedViewsProps) {
  const t = useTranslations('lists.views')
  const pathname = usePathname()
  const query = viewOf(new URLSearchParams(useSearchParams())).toString()
  const active = views.find((view) => view.query === query)
  if (views.length === 0 && query === '') return null
  return (
    <nav aria-label={t('label')} className="flex min-w-0 flex-wrap items-center gap-1 text-sm">
      <ViewLink href={pathname} isActive={query === ''}>
        {t('all')}
      </ViewLink>
      {views.map((view) => (
        <ViewLink key={view.id} href={`${pathname}?${view.query}`} isActive={view === active}>
          <span className="truncate">{view.name}</span>
          {view.isShared && <Users role="img" aria-label={t('isShared')} className="size-3.5" />}
        </ViewLink>
      ))}
      {active
        ? (active.isOwn || canDeleteShared) && <DeleteView view={active} />
        : query !== '' && <SaveView list={list} query={query} />}
    </nav>
  )
}

function ViewLink({ isActive, ...props }: React.ComponentProps<typeof Link> & { isActive: boolean }) {
  return (
    <Link
      {...props}
      prefetch={false}
      aria-current={isActive ? 'page' : undefined}
      className={cn(
        'inline-flex h-8 max-w-full items-center gap-1.5 rounded px-2.5 hover:bg-sunken sm:max-w-64',
        isActive ? 'bg-sunken font-medium text-ink' : 'text-muted',
      )}
    />
  )
}

function SaveView({ list, query }: { list: ListName; query: string }) {
  const t = useTranslations('lists.views')
  return (
    <FormDialog
      trigger={
        <Button size="sm" variant="ghost">
          <Bookmark aria-hidden="true" />
          {t('save')}
        </Button>
      }
      title={t('saveTitle')}
      description={t('saveText')}
      action={saveViewAction}
      submit={t('save')}
      done={t('saved')}
      labels={{ name: t('name') }}
    >
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="query" value={query} />
      <FormField name="name" label={t('name')} required>
        <Input maxLength={60} autoFocus />
      </FormField>
      <Checkbox name="shared" label={t('share')} help={t('shareHelp')} />
    </FormDialog>
  )
}

function DeleteView({ view }: { view: SavedView }) {
  const t = useTranslations('lists.views')
  return (
    <ConfirmAction
      trigger={
        <IconButton label={t('delete', { name: view.name })} className="size-8">
          <Trash2 />
        </IconButton>
      }
      title={t('delete', { name: view.name })}
      consequences={[t(view.isShared ? 'deleteShared' : 'deleteOwn')]}
      confirmLabel={t('deleteConfirm')}
      action={deleteViewAction}
      input={{ id: view.id }}
      done={t('deleted')}
    />
  )
}
