import {
  CalendarCheck,
  CreditCard,
  FileSignature,
  MessageSquare,
  PencilLine,
  ReceiptText,
  StickyNote,
  UserCheck,
} from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { addNoteAction } from '@/app/(dashboard)/dashboard/customers/record-actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import { StatusBadge } from '@/components/ui/status-badge'
import { Textarea } from '@/components/ui/textarea'
import type { TimelineEntry } from '@/lib/customers/overview'

const ICONS = {
  reservation: CalendarCheck,
  contract: FileSignature,
  invoice: ReceiptText,
  payment: CreditCard,
  message: MessageSquare,
  note: StickyNote,
  consent: UserCheck,
  change: PencilLine,
}
const PLACES: Partial<Record<TimelineEntry['kind'], string>> = {
  reservation: '/dashboard/reservations',
  contract: '/dashboard/contracts',
  invoice: '/dashboard/invoices',
}

type TimelineProps = {
  customerId: string
  entries: TimelineEntry[]
  /** Where the older ones begin; null: these are all. */
  next: string | null
  /** Whether these are the newest. */
  isFirst: boolean
  timeZone: string
  canWrite: boolean
}

/** Everything that happened with a customer, newest first. */
export function Timeline({ customerId, entries, next, isFirst, timeZone, canWrite }: TimelineProps) {
  const t = useTranslations('customers.timeline')
  const here = `/dashboard/customers/${customerId}`
  return (
    <Card title={t('title')} actions={canWrite && <NewNote customerId={customerId} />} flush id="timeline">
      {entries.length === 0 && <p className="p-4 text-muted text-sm">{t('none')}</p>}
      <ol className="divide-y">
        {entries.map((entry) => (
          <Entry key={`${entry.kind} ${entry.id}`} entry={entry} timeZone={timeZone} />
        ))}
      </ol>
      {(next || !isFirst) && (
        <div className="flex gap-2 border-t px-4 py-2">
          {!isFirst && (
            <Button asChild size="sm">
              <Link href={`${here}#timeline`}>{t('newest')}</Link>
            </Button>
          )}
          {next && (
            <Button asChild size="sm">
              <Link href={`${here}?before=${encodeURIComponent(next)}#timeline`}>{t('older')}</Link>
            </Button>
          )}
        </div>
      )}
    </Card>
  )
}

function Entry({ entry, timeZone }: { entry: TimelineEntry; timeZone: string }) {
  const t = useTranslations('customers.timeline')
  const Icon = ICONS[entry.kind]
  const place = PLACES[entry.kind]
  const { kind, status } = entry
  return (
    <li className="flex gap-3 px-4 py-2.5 text-sm">
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-muted" />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5">
            {place ? (
              <Link href={`${place}/${entry.id}`} className="tabular font-medium hover:underline">
                {entry.title}
              </Link>
            ) : (
              <span className="font-medium">
                <Heading entry={entry} />
              </span>
            )}
            {(kind === 'reservation' || kind === 'contract' || kind === 'invoice') && status && (
              <StatusBadge kind={kind} status={status as never} />
            )}
            {entry.amount_rappen !== null && entry.currency !== null && (
              <Money amountRappen={entry.amount_rappen} currency={entry.currency} />
            )}
          </p>
          <DateTime instant={entry.at} timeZone={timeZone} className="text-muted text-xs" />
        </div>
        {entry.text && kind !== 'change' && kind !== 'payment' && kind !== 'consent' && (
          <p className="line-clamp-4 whitespace-pre-line text-muted">{entry.text}</p>
        )}
        {kind === 'change' && <ChangedFields entry={entry} />}
        {entry.actor && <p className="text-muted text-xs">{t('by', { name: entry.actor })}</p>}
      </div>
    </li>
  )
}

/** What an entry without a page of its own is called. */
function Heading({ entry }: { entry: TimelineEntry }): string {
  const t = useTranslations('customers.timeline')
  const consents = useTranslations('customers.consents')
  const { kind, title, status, text } = entry
  if (kind === 'payment') return t(`payments.${text}`, { method: t(`methods.${title}`) })
  if (kind === 'message') return t(`messages.${title}`)
  if (kind === 'note') return t('note')
  if (kind === 'consent')
    return t(`consents.${status}`, { kind: consents(`kinds.${title}`), version: text ?? '' })
  return t(`changes.${title}_${status}`)
}

/** Which facts a change touched; their values stand in the activity. */
function ChangedFields({ entry }: { entry: TimelineEntry }) {
  const columns = useTranslations('activity.columns')
  const named = (entry.text?.split(',') ?? []).filter((column) => columns.has(column))
  if (named.length === 0) return null
  return <p className="text-muted">{named.map((column) => columns(column)).join(', ')}</p>
}

function NewNote({ customerId }: { customerId: string }) {
  const t = useTranslations('customers.timeline')
  return (
    <FormDialog
      trigger={<Button size="sm">{t('addNote')}</Button>}
      title={t('addNote')}
      action={addNoteAction}
      submit={t('saveNote')}
      done={t('noteSaved')}
      labels={{ text: t('note') }}
    >
      <input type="hidden" name="customerId" value={customerId} />
      <FormField name="text" label={t('note')} help={t('noteHelp')} required>
        <Textarea />
      </FormField>
    </FormDialog>
  )
}
