import { getTranslations } from 'next-intl/server'
import { saveGuideAction } from '@/app/(dashboard)/dashboard/settings/guide/actions'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { GuideEditor } from '@/components/guide/editor/guide-editor'
import { TextLink } from '@/components/ui/text-link'
import { labelOf } from '@/lib/core/labels'
import { listCategories } from '@/lib/fleet/queries/catalogue'

export const generateMetadata = pageTitle('settings', 'guide.title')

/** A new guide. */
export default async function NewGuidePage() {
  const ctx = await pageContext('settings.edit')
  const [t, categories] = await Promise.all([getTranslations('guide'), listCategories(ctx)])
  return (
    <div className="grid max-w-3xl gap-4">
      <TextLink href="/dashboard/settings/guide" className="w-fit text-sm">
        {t('back')}
      </TextLink>
      <GuideEditor
        guide={{ names: {}, categoryIds: [], active: true, sections: [] }}
        categories={categories.map(({ id, names }) => ({ id, label: labelOf(names, ctx.locale) }))}
        save={saveGuideAction}
      />
    </div>
  )
}
