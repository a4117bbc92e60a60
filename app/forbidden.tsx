import { Lock } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { buttonStyle } from '@/components/ui/button-style'
import { EmptyState } from '@/components/ui/empty-state'

/** A place the role does not open: what is missing, and who can change it. */
export default async function Forbidden() {
  const t = await getTranslations('core.forbidden')
  return (
    <main className="grid min-h-dvh content-center">
      <EmptyState
        heading="h1"
        picture={<Lock aria-hidden="true" />}
        title={t('title')}
        actions={
          <Link href="/dashboard" className={buttonStyle()}>
            {t('back')}
          </Link>
        }
      >
        {t('text')}
      </EmptyState>
    </main>
  )
}
