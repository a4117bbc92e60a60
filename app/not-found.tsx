import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'

/** What does not exist: an address, a record of somebody else, a company. All look the same. */
export default async function NotFound() {
  const t = await getTranslations('core.notFound')
  return (
    <main className="mx-auto grid min-h-dvh max-w-sm content-center gap-4 px-4">
      <h1 className="font-semibold text-2xl text-ink">{t('title')}</h1>
      <p className="text-muted text-sm">{t('text')}</p>
      <div>
        <Button asChild>
          <Link href="/">{t('back')}</Link>
        </Button>
      </div>
    </main>
  )
}
