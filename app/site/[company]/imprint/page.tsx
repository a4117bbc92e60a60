import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { alternatesHere } from '@/app/site/[company]/alternates'
import { ContactButtons } from '@/components/booking-site/contact-buttons'
import { getSiteContext } from '@/lib/core/context'

type ImprintProps = { params: Promise<{ company: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('booking-site.imprint')
  return { title: t('title'), alternates: await alternatesHere('/imprint') }
}

/** Who rents here: name, address, registration, contact (UWG art. 3 s). */
export default async function Imprint({ params }: ImprintProps) {
  const { company } = await getSiteContext((await params).company)
  const t = await getTranslations('booking-site.imprint')
  const { street, houseNumber, postalCode, town } = company.address
  const lines = [
    company.legalName ?? company.name,
    [street, houseNumber].filter(Boolean).join(' '),
    [postalCode, town].filter(Boolean).join(' '),
  ]
  return (
    <article className="grid max-w-prose gap-5 text-lg">
      <h1 className="font-semibold text-2xl">{t('title')}</h1>
      <section className="grid gap-1">
        <h2 className="font-semibold text-base text-muted">{t('operator')}</h2>
        <address className="whitespace-pre-line not-italic">{lines.filter(Boolean).join('\n')}</address>
        {company.uidNumber && <p className="tabular">{`${t('uid')} ${company.uidNumber}`}</p>}
      </section>
      <section className="grid gap-2">
        <h2 className="font-semibold text-base text-muted">{t('contact')}</h2>
        <ContactButtons company={company} />
      </section>
      <p className="text-base text-muted">{t('platform')}</p>
    </article>
  )
}
