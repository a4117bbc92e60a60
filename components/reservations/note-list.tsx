import { DateTime } from '@/components/ui/date-time'
import type { ReservationNote } from '@/lib/reservations/queries/notes'

/** Notes with who wrote them and when. */
export function NoteList({ notes, timeZone }: { notes: ReservationNote[]; timeZone: string }) {
  return (
    <ul className="grid gap-3 text-sm">
      {notes.map(({ id, text, author, at }) => (
        <li key={id} className="grid min-w-0 gap-0.5">
          <p className="whitespace-pre-line">{text}</p>
          <p className="text-muted text-xs">
            {author && `${author}, `}
            <DateTime instant={at} timeZone={timeZone} />
          </p>
        </li>
      ))}
    </ul>
  )
}
