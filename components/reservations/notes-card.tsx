import { useTranslations } from 'next-intl'
import { addReservationNoteAction } from '@/app/(dashboard)/dashboard/reservations/actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { NoteList } from '@/components/reservations/note-list'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Textarea } from '@/components/ui/textarea'
import type { ReservationNote } from '@/lib/reservations/queries/notes'

type NotesCardProps = { reservationId: string; notes: ReservationNote[]; timeZone: string; canAdd: boolean }

/** What the team noted, and one more. */
export function NotesCard({ reservationId, notes, timeZone, canAdd }: NotesCardProps) {
  const t = useTranslations('reservations.notes')
  return (
    <Card
      title={t('title')}
      actions={
        canAdd && (
          <FormDialog
            trigger={<Button size="sm">{t('add')}</Button>}
            title={t('add')}
            description={t('help')}
            action={addReservationNoteAction}
            submit={t('save')}
            done={t('saved')}
            labels={{ text: t('text') }}
          >
            <input type="hidden" name="reservationId" value={reservationId} />
            <FormField name="text" label={t('text')} required>
              <Textarea rows={4} />
            </FormField>
          </FormDialog>
        )
      }
    >
      {notes.length === 0 ? (
        <p className="text-muted text-sm">{t('none')}</p>
      ) : (
        <NoteList notes={notes} timeZone={timeZone} />
      )}
    </Card>
  )
}
