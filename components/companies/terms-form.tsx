import { useTranslations } from 'next-intl'
import { updateTermsAction } from '@/app/(dashboard)/dashboard/settings/actions'
import { ActionForm } from '@/components/dashboard/action-form'
import { FormField } from '@/components/dashboard/form-field'
import { SeenAtField } from '@/components/dashboard/seen-at'
import { Textarea } from '@/components/ui/textarea'
import { COMPANY_LANGUAGES } from '@/lib/companies/settings-schema'
import type { Names } from '@/lib/core/labels'

/** The rental terms, one text a language. */
export function TermsForm({ terms, updatedAt }: { terms: Names; updatedAt: string }) {
  const t = useTranslations('settings.terms')
  const words = useTranslations('settings')
  const labels = Object.fromEntries(
    COMPANY_LANGUAGES.map((language) => [language, words(`languages.${language}`)]),
  )
  return (
    <ActionForm
      action={updateTermsAction}
      submit={words('save')}
      done={words('saved')}
      labels={labels}
      className="max-w-3xl"
    >
      <SeenAtField at={updatedAt} />
      <p className="max-w-prose text-muted text-sm">{t('text')}</p>
      {COMPANY_LANGUAGES.map((language) => (
        <FormField key={language} name={language} label={labels[language]} optional>
          <Textarea lang={language} rows={8} defaultValue={terms[language] ?? ''} />
        </FormField>
      ))}
    </ActionForm>
  )
}
