import { MessagesSquare } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { InboxRow } from '@/components/messages/inbox-row'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import {
  CONVERSATION_FILTERS,
  type ConversationQuery,
  type ConversationSummary,
} from '@/lib/messages/conversation'

type InboxProps = {
  conversations: ConversationSummary[]
  query: ConversationQuery
  timeZone: string
  /** The customer whose conversation is open beside the list. */
  open?: string
  /** How much could not leave; said where there is any. */
  failed?: number
  children?: ReactNode
}

const PAGE = 50

/** The conversations, and beside them the one that is open; a phone shows one of the two. */
export function Inbox({ conversations, query, timeZone, open, failed = 0, children }: InboxProps) {
  const t = useTranslations('messages')
  const last = conversations.at(-1)
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t('title')}
        className={cn(open && 'max-lg:hidden')}
        actions={
          failed > 0 && (
            <Button asChild size="sm">
              <Link href="/dashboard/messages/failed">
                {t('failed.title')}
                <span className="tabular rounded-full bg-overdue-soft px-1.5 text-overdue-text text-xs">
                  {failed}
                </span>
              </Link>
            </Button>
          )
        }
      />
      <div className="grid gap-4 lg:grid-cols-[22rem_minmax(0,1fr)] lg:items-start">
        <div className={cn('grid gap-3', open && 'max-lg:hidden')}>
          <Filters current={query.filter} open={open} />
          {conversations.length === 0 ? (
            <EmptyState
              picture={<MessagesSquare aria-hidden="true" />}
              title={t(query.filter === 'all' ? 'none' : 'noneSuch')}
              className="rounded-lg border bg-surface"
            >
              {query.filter === 'all' && t('noneText')}
            </EmptyState>
          ) : (
            <ul className="divide-y overflow-hidden rounded-lg border bg-surface text-sm">
              {conversations.map((conversation) => (
                <InboxRow
                  key={conversation.customerId}
                  conversation={conversation}
                  href={addressOf(query.filter, conversation.customerId)}
                  timeZone={timeZone}
                  isOpen={conversation.customerId === open}
                />
              ))}
            </ul>
          )}
          {conversations.length === PAGE && last && (
            <Button asChild size="sm" className="w-fit">
              <Link
                href={`${addressOf(query.filter, open)}${query.filter === 'all' ? '?' : '&'}before=${encodeURIComponent(last.at)}`}
              >
                {t('earlier')}
              </Link>
            </Button>
          )}
        </div>
        {children ?? (
          <p className="hidden place-items-center rounded-lg border border-dashed p-12 text-center text-muted text-sm lg:grid">
            {t('choose')}
          </p>
        )}
      </div>
    </div>
  )
}

function addressOf(filter: string, customerId?: string): string {
  return `/dashboard/messages${customerId ? `/${customerId}` : ''}${filter === 'all' ? '' : `?filter=${filter}`}`
}

function Filters({ current, open }: { current: string; open?: string | undefined }) {
  const t = useTranslations('messages')
  return (
    <nav aria-label={t('filter')} className="flex flex-wrap gap-1.5">
      {CONVERSATION_FILTERS.map((filter) => (
        <Link
          key={filter}
          href={addressOf(filter, open)}
          aria-current={filter === current ? 'page' : undefined}
          className="flex h-(--control-height-small) items-center rounded-full border border-line-strong px-2.5 text-muted text-sm hover:text-ink aria-[current]:border-accent-line aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent-text"
        >
          {t(`filters.${filter}`)}
        </Link>
      ))}
    </nav>
  )
}
