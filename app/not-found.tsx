import { MapPinOff } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { buttonStyle } from '@/components/ui/button-style'
import { EmptyState } from '@/components/ui/empty-state'

/** What does not exist: an address, a record of somebody else, a company. All look the same. */
export default async function NotFound() {
  const t = await getTranslations('core.notFound')
  return (
    <main className="grid min-h-dvh content-center">
      <EmptyState
        heading="h1"
        picture={<MapPinOff aria-hidden="true" />}
        title={t('title')}
        actions={
          <Link href="/" className={buttonStyle()}>
            {t('back')}
          </Link>
        }
      >
        {t('text')}
      </EmptyState>
    </main>
  )
}
