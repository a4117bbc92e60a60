import { getTranslations } from 'next-intl/server'

/** A host that names no company of ours. */
export default async function NoCompany() {
  const t = await getTranslations('booking-site.noCompany')
  return (
    <main className="mx-auto grid min-h-dvh max-w-sm content-center gap-3 px-4">
      <h1 className="font-semibold text-2xl">{t('title')}</h1>
      <p className="text-lg text-muted">{t('text')}</p>
    </main>
  )
}
