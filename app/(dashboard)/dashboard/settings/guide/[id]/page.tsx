import { getTranslations } from 'next-intl/server'
import { saveGuideAction } from '@/app/(dashboard)/dashboard/settings/guide/actions'
import { orNotFound, pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { GuideEditor } from '@/components/guide/editor/guide-editor'
import { TextLink } from '@/components/ui/text-link'
import { labelOf } from '@/lib/core/labels'
import { listCategories } from '@/lib/fleet/queries/catalogue'
import { getOwnGuide } from '@/lib/guide/queries'

export const generateMetadata = pageTitle('settings', 'guide.title')

/** One guide, to change. */
export default async function GuideSettingsPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await pageContext('settings.edit')
  const [t, categories, guide] = await Promise.all([
    getTranslations('guide'),
    listCategories(ctx),
    orNotFound(getOwnGuide(ctx, (await params).id)),
  ])
  return (
    <div className="grid max-w-3xl gap-4">
      <TextLink href="/dashboard/settings/guide" className="w-fit text-sm">
        {t('back')}
      </TextLink>
      <GuideEditor
        guide={{
          id: guide.id,
          names: guide.names,
          categoryIds: guide.categoryIds,
          active: guide.isActive,
          sections: guide.sections,
        }}
        categories={categories.map(({ id, names }) => ({ id, label: labelOf(names, ctx.locale) }))}
        save={saveGuideAction}
      />
    </div>
  )
}
