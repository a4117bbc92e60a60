import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { DomainRecords } from '@/components/companies/website/domain-records'
import { WebsiteForm } from '@/components/companies/website/website-form'
import { WidgetCode } from '@/components/companies/website/widget-code'
import { getWebsite } from '@/lib/companies/website'

export const generateMetadata = pageTitle('settings', 'website.title')

/** Where the company's site is found, and which pages of its own show the booking widget. */
export default async function WebsitePage() {
  const ctx = await pageContext('settings.edit')
  const website = await getWebsite(ctx)
  return (
    <div className="grid max-w-3xl gap-8">
      <WebsiteForm key={website.updatedAt} website={website} />
      {website.domain && <DomainRecords key={website.domain} website={website} />}
      <WidgetCode url={website.url} isAllowedSomewhere={website.widgetOrigins.length > 0} />
    </div>
  )
}
