'use client'

import { useTranslations } from 'next-intl'
import { FormField } from '@/components/dashboard/form-field'
import { Fieldset } from '@/components/ui/fieldset'
import { Input } from '@/components/ui/input'
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs'
import { Textarea } from '@/components/ui/textarea'
import { COMPANY_LANGUAGES, SITE_TEXTS, type SiteText } from '@/lib/companies/settings-schema'

type SiteTextsProps = {
  texts: Record<SiteText, Record<string, string>>
  write: (text: SiteText, language: string, value: string) => void
  language: string
  show: (language: string) => void
}

/** The company's own words, a tab for each language; all of them are saved together. */
export function SiteTexts({ texts, write, language, show }: SiteTextsProps) {
  const t = useTranslations('settings.branding')
  const words = useTranslations('settings')
  return (
    <Fieldset legend={t('words')} help={t('wordsHelp')}>
      <Tabs value={language} onValueChange={show}>
        <TabList aria-label={t('language')}>
          {COMPANY_LANGUAGES.map((one) => (
            <Tab key={one} value={one}>
              {words(`languages.${one}`)}
            </Tab>
          ))}
        </TabList>
        {COMPANY_LANGUAGES.map((one) => (
          <TabPanel
            key={one}
            value={one}
            forceMount
            lang={one}
            className="grid gap-4 data-[state=inactive]:hidden"
          >
            {(['headline', 'lead', 'about'] as const).map((text) => (
              <FormField key={text} name={`${text}_${one}`} label={t(`texts.${text}`)} optional>
                {text === 'headline' ? (
                  <Input
                    maxLength={SITE_TEXTS[text]}
                    placeholder={t('placeholders.headline')}
                    value={texts[text][one] ?? ''}
                    onChange={(event) => write(text, one, event.target.value)}
                  />
                ) : (
                  <Textarea
                    rows={text === 'lead' ? 2 : 6}
                    maxLength={SITE_TEXTS[text]}
                    value={texts[text][one] ?? ''}
                    onChange={(event) => write(text, one, event.target.value)}
                  />
                )}
              </FormField>
            ))}
          </TabPanel>
        ))}
      </Tabs>
    </Fieldset>
  )
}
