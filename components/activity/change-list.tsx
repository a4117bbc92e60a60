import { useChangeWords } from '@/components/activity/change-words'
import type { Change } from '@/lib/activity/rules'

type ChangeListProps = { table: string; changes: Change[]; timeZone: string; currency: string }

/** What an entry changed, one phrase each: what, from what, to what. */
export function ChangeList({ table, changes, timeZone, currency }: ChangeListProps) {
  const words = useChangeWords(table, { timeZone, currency })
  return (
    <ul className="grid list-disc gap-0.5 pl-4 text-muted text-sm">
      {changes.map((change) => (
        <li key={change.column}>{words(change)}</li>
      ))}
    </ul>
  )
}
