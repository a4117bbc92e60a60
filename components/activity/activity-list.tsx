import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ChangeList } from '@/components/activity/change-list'
import { useChangeWords } from '@/components/activity/change-words'
import { Avatar } from '@/components/ui/avatar'
import { cn } from '@/components/ui/cn'
import { DateTime } from '@/components/ui/date-time'
import type { ActivityEntry } from '@/lib/activity/queries'

type ActivityListProps = {
  entries: ActivityEntry[]
  timeZone: string
  /** The company's, which amounts of the trail are in. */
  currency: string
  empty: string
  /** Names the record of each entry; on a record's own page that is said already. */
  withRecords?: boolean
  /** Only the time where the day stands above. */
  show?: 'dateTime' | 'time'
}

/** What happened, newest first: who did what to what, and when. */
export function ActivityList({ entries, timeZone, currency, empty, withRecords, show }: ActivityListProps) {
  if (entries.length === 0) return <p className="p-4 text-muted text-sm">{empty}</p>
  return (
    <ol className="divide-y">
      {entries.map((entry) => (
        <li key={entry.id} className="flex gap-3 px-4 py-2.5 text-sm">
          <ActorMark entry={entry} />
          <div className="grid min-w-0 flex-1 gap-1">
            <div
              className={cn('flex items-baseline justify-between gap-x-4', show !== 'time' && 'flex-wrap')}
            >
              <Sentence {...{ entry, timeZone, currency }} withRecords={withRecords ?? false} />
              <DateTime
                instant={entry.at}
                timeZone={timeZone}
                show={show ?? 'dateTime'}
                className="text-faint text-xs"
              />
            </div>
            {entry.changes.length > 1 && (
              <ChangeList table={entry.table} changes={entry.changes} {...{ timeZone, currency }} />
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}

function ActorMark({ entry }: { entry: ActivityEntry }) {
  const t = useTranslations('activity.actors')
  return <Avatar size="sm" name={entry.actor.name ?? t(entry.actor.kind)} className="mt-0.5" />
}

/** A plate or number stays in one piece; only what is longer than the line is cut. */
const nameStyle = 'inline-block max-w-full truncate align-bottom font-medium'

/** `Anna Keller hat Reservation R-2026-00042 geändert`; a single change is told in the sentence itself. */
function Sentence({ entry, withRecords, timeZone, currency }: SentenceProps) {
  const t = useTranslations('activity')
  const change = useChangeWords(entry.table, { timeZone, currency })
  const { actor, action, table, count, record, changes } = entry
  const what = t.has(`tables.${table}`) ? t(`tables.${table}`, { count }) : table
  const [only] = changes
  const parts = {
    actor: () => <span className="font-medium">{actor.name ?? t(`actors.${actor.kind}`)}</span>,
    record: () => (
      <>
        {what}
        {withRecords && count === 1 && record && <RecordName {...record} />}
      </>
    ),
  }
  return (
    <p className="min-w-0">
      {only && changes.length === 1
        ? t.rich('sentences.change', { ...parts, change: () => change(only) })
        : t.rich(`sentences.${action}`, parts)}
    </p>
  )
}

type SentenceProps = Pick<ActivityListProps, 'timeZone' | 'currency'> & {
  entry: ActivityEntry
  withRecords: boolean
}

function RecordName({ name, href }: { name: string; href: string | null }) {
  return (
    <>
      {' '}
      {href ? (
        <Link href={href} className={cn(nameStyle, 'hover:underline')}>
          {name}
        </Link>
      ) : (
        <span className={nameStyle}>{name}</span>
      )}
    </>
  )
}
