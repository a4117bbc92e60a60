import { orNotFound, pageContext } from '@/app/(dashboard)/page-context'
import { Inbox } from '@/components/messages/inbox'
import { Thread } from '@/components/messages/thread'
import { listMembers } from '@/lib/companies/members'
import { ConversationQuery, getConversation, listConversations } from '@/lib/messages/conversation'

type ThreadPageProps = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: ThreadPageProps) {
  const ctx = await pageContext('reservations.see')
  return { title: (await orNotFound(getConversation(ctx, (await params).id))).customer.name }
}

/** Everything said to and by one customer, beside the other conversations. */
export default async function ThreadPage({ params, searchParams }: ThreadPageProps) {
  const ctx = await pageContext('reservations.see')
  const { id } = await params
  const query = ConversationQuery.parse(await searchParams)
  const [conversation, conversations, members] = await Promise.all([
    orNotFound(getConversation(ctx, id)),
    listConversations(ctx, query),
    listMembers(ctx),
  ])
  return (
    <Inbox conversations={conversations} query={query} timeZone={ctx.timeZone} open={id}>
      <Thread
        conversation={conversation}
        members={members.map(({ userId, name }) => ({ userId, name }))}
        timeZone={ctx.timeZone}
        canWrite={ctx.can('reservations.edit')}
      />
    </Inbox>
  )
}
