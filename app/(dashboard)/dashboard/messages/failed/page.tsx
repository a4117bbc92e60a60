import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { DeadLetterList } from '@/components/messages/dead-letter-list'
import { PageHeader } from '@/components/ui/page-header'
import { listDeadLetters } from '@/lib/messages/dead-letters'

export const generateMetadata = pageTitle('messages', 'failed.title')

/** What could not leave or did not arrive, with what can be done about it. */
export default async function DeadLettersPage() {
  const ctx = await pageContext('reservations.edit')
  const [t, letters] = await Promise.all([getTranslations('messages'), listDeadLetters(ctx)])
  return (
    <div className="grid max-w-4xl gap-4">
      <PageHeader
        back={{ href: '/dashboard/messages', label: t('title') }}
        title={t('failed.title')}
        description={t('failed.lead')}
      />
      <DeadLetterList letters={letters} timeZone={ctx.timeZone} />
    </div>
  )
}
