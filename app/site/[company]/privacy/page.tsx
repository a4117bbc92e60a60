import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { alternatesHere } from '@/app/site/[company]/alternates'
import { getSiteContext } from '@/lib/core/context'

type PrivacyProps = { params: Promise<{ company: string }> }

const SECTIONS = ['what', 'why', 'who', 'long', 'rights', 'cookies'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('booking-site.privacy')
  return { title: t('title'), alternates: await alternatesHere('/privacy') }
}

/** What happens with the customer's data (DSG art. 19): said once, in plain words. */
export default async function Privacy({ params }: PrivacyProps) {
  const { company } = await getSiteContext((await params).company)
  const t = await getTranslations('booking-site.privacy')
  return (
    <article className="grid max-w-prose gap-5 text-lg">
      <div>
        <h1 className="font-semibold text-2xl">{t('title')}</h1>
        <p className="text-muted">{t('lead', { company: company.name })}</p>
      </div>
      {SECTIONS.map((section) => (
        <section key={section}>
          <h2 className="font-semibold">{t(`sections.${section}.title`)}</h2>
          <p className="text-muted">{t(`sections.${section}.text`)}</p>
        </section>
      ))}
    </article>
  )
}
