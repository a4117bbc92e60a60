import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { Inbox } from '@/components/messages/inbox'
import { ConversationQuery, listConversations } from '@/lib/messages/conversation'
import { countDeadLetters } from '@/lib/messages/dead-letters'

export const generateMetadata = pageTitle('messages')

type MessagesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What customers and the company write to each other, one conversation a customer, the latest first. */
export default async function MessagesPage({ searchParams }: MessagesPageProps) {
  const ctx = await pageContext('reservations.see')
  const query = ConversationQuery.parse(await searchParams)
  const [conversations, failed] = await Promise.all([
    listConversations(ctx, query),
    ctx.can('reservations.edit') ? countDeadLetters(ctx) : 0,
  ])
  return <Inbox conversations={conversations} query={query} timeZone={ctx.timeZone} failed={failed} />
}
