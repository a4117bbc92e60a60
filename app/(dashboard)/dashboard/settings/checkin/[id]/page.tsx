import { getTranslations } from 'next-intl/server'
import { saveFormAction } from '@/app/(dashboard)/dashboard/settings/checkin/actions'
import { orNotFound, pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { FormBuilder } from '@/components/checkin/builder/form-builder'
import { checkinWords } from '@/components/checkin/words'
import { TextLink } from '@/components/ui/text-link'
import { getForm } from '@/lib/checkin/queries'
import { labelOf } from '@/lib/core/labels'
import { listCategories } from '@/lib/fleet/queries/catalogue'

export const generateMetadata = pageTitle('settings', 'checkin.title')

/** One check-in form, to change: other questions make a new version. */
export default async function FormPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await pageContext('settings.edit')
  const [t, words, categories, form] = await Promise.all([
    getTranslations('checkin.builder'),
    checkinWords(),
    listCategories(ctx),
    orNotFound(getForm(ctx, (await params).id)),
  ])
  return (
    <div className="grid gap-4">
      <TextLink href="/dashboard/settings/checkin" className="w-fit text-sm">
        {t('back')}
      </TextLink>
      <FormBuilder
        form={{
          id: form.id,
          names: form.names,
          titles: form.titles,
          categoryIds: form.categoryIds,
          sources: form.sources,
          languages: form.languages,
          active: form.isActive,
          fields: form.fields,
        }}
        categories={categories.map(({ id, names }) => ({ id, label: labelOf(names, ctx.locale) }))}
        words={words}
        save={saveFormAction}
      />
    </div>
  )
}
