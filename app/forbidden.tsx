import { getTranslations } from 'next-intl/server'
import { buttonStyle } from '@/components/ui/button-style'
import { EmptyState } from '@/components/ui/empty-state'

/** A place the role does not open: what is missing, and who can change it. Travels with every page, as `NotFound` does. */
export default async function Forbidden() {
  const t = await getTranslations('core.forbidden')
  return (
    <main className="grid min-h-dvh content-center">
      <EmptyState
        heading="h1"
        picture={<span className="icon icon-lock size-8" />}
        title={t('title')}
        actions={
          <a href="/dashboard" className={buttonStyle()}>
            {t('back')}
          </a>
        }
      >
        {t('text')}
      </EmptyState>
    </main>
  )
}
