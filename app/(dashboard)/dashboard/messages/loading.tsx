import { InboxSkeleton } from '@/components/messages/inbox-skeleton'

/** The conversations while they are coming. */
export default function Loading() {
  return <InboxSkeleton />
}
