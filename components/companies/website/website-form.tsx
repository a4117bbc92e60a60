import { useTranslations } from 'next-intl'
import { updateWebsiteAction } from '@/app/(dashboard)/dashboard/settings/actions'
import { ActionForm } from '@/components/dashboard/action-form'
import { FormField } from '@/components/dashboard/form-field'
import { SeenAtField } from '@/components/dashboard/seen-at'
import { Input } from '@/components/ui/input'
import { TextLink } from '@/components/ui/text-link'
import { Textarea } from '@/components/ui/textarea'
import type { Website } from '@/lib/companies/website'

/** The company's own domain, and the web sites that may show its widget. */
export function WebsiteForm({ website }: { website: Website }) {
  const t = useTranslations('settings.website')
  const words = useTranslations('settings')
  return (
    <ActionForm
      action={updateWebsiteAction}
      submit={words('save')}
      done={words('saved')}
      labels={{ customDomain: t('domain'), widgetOrigins: t('origins') }}
      className="max-w-xl"
    >
      <SeenAtField at={website.updatedAt} />
      <p className="text-muted text-sm">
        {t('address')}{' '}
        <TextLink href={website.url} className="break-all">
          {new URL(website.url).host}
        </TextLink>
      </p>
      <FormField name="customDomain" label={t('domain')} help={t('domainHelp')} optional>
        <Input
          defaultValue={website.writtenDomain ?? ''}
          placeholder="mieten.example.ch"
          autoComplete="off"
          spellCheck={false}
          inputMode="url"
        />
      </FormField>
      <FormField name="widgetOrigins" label={t('origins')} help={t('originsHelp')} optional>
        <Textarea
          rows={3}
          defaultValue={website.widgetOrigins.join('\n')}
          placeholder="https://www.example.ch"
          spellCheck={false}
          className="font-mono"
        />
      </FormField>
    </ActionForm>
  )
}
