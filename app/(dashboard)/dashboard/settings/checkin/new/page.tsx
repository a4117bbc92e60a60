import { getTranslations } from 'next-intl/server'
import { saveFormAction } from '@/app/(dashboard)/dashboard/settings/checkin/actions'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { FormBuilder } from '@/components/checkin/builder/form-builder'
import { checkinWords } from '@/components/checkin/words'
import { TextLink } from '@/components/ui/text-link'
import { FORM_TEMPLATE } from '@/lib/checkin/template'
import { labelOf } from '@/lib/core/labels'
import { listCategories } from '@/lib/fleet/queries/catalogue'

export const generateMetadata = pageTitle('settings', 'checkin.title')

/** A new check-in form; it begins with what most companies ask. */
export default async function NewFormPage() {
  const ctx = await pageContext('settings.edit')
  const [t, words, categories] = await Promise.all([
    getTranslations('checkin.builder'),
    checkinWords(),
    listCategories(ctx),
  ])
  return (
    <div className="grid gap-4">
      <TextLink href="/dashboard/settings/checkin" className="w-fit text-sm">
        {t('back')}
      </TextLink>
      <FormBuilder
        form={{
          names: {},
          titles: {},
          categoryIds: [],
          sources: [],
          languages: [],
          active: true,
          fields: FORM_TEMPLATE,
        }}
        categories={categories.map(({ id, names }) => ({ id, label: labelOf(names, ctx.locale) }))}
        words={words}
        save={saveFormAction}
      />
    </div>
  )
}
