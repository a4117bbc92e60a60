'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { updateAppearanceAction } from '@/app/(dashboard)/dashboard/settings/actions'
import { AppearancePreview } from '@/components/companies/appearance/appearance-preview'
import { ColorField } from '@/components/companies/appearance/color-field'
import { PictureField } from '@/components/companies/appearance/picture-field'
import { SiteTexts } from '@/components/companies/appearance/site-texts'
import { TypefaceChoice } from '@/components/companies/appearance/typeface-choice'
import { ActionForm } from '@/components/dashboard/action-form'
import { SeenAtField } from '@/components/dashboard/seen-at'
import { Checkbox } from '@/components/ui/checkbox'
import { Fieldset } from '@/components/ui/fieldset'
import type { CompanyAppearance } from '@/lib/companies/appearance'
import { COMPANY_LANGUAGES, SITE_TEXTS, type SiteText } from '@/lib/companies/settings-schema'
import { labelOf } from '@/lib/core/labels'

type AppearanceFormProps = { look: CompanyAppearance; language: string; currency: string }

/** How the company looks to its customers, seen beside the form while it is chosen. */
export function AppearanceForm({ look, language, currency }: AppearanceFormProps) {
  const t = useTranslations('settings.branding')
  const words = useTranslations('settings')
  const [color, setColor] = useState(look.accentColor)
  const [typeface, setTypeface] = useState(look.typeface)
  const [hasColoredHeader, setColoredHeader] = useState(look.hasColoredHeader)
  const [shownLanguage, show] = useState(language)
  const [texts, setTexts] = useState(look.texts)
  const labels = Object.fromEntries([
    ['accentColor', t('color')],
    ...Object.keys(SITE_TEXTS).flatMap((text) =>
      COMPANY_LANGUAGES.map((one) => [
        `${text}_${one}`,
        `${t(`texts.${text as SiteText}`)} (${words(`languages.${one}`)})`,
      ]),
    ),
  ])

  return (
    <div className="grid max-w-6xl items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="grid gap-8">
        <Fieldset legend={t('pictures')} className="max-w-xl">
          <PictureField kind="logo" picture={look.logo} />
          <PictureField kind="hero" picture={look.hero} />
        </Fieldset>
        <ActionForm
          action={updateAppearanceAction}
          submit={words('save')}
          done={words('saved')}
          labels={labels}
          className="max-w-xl gap-8"
        >
          <SeenAtField at={look.updatedAt} />
          <Fieldset legend={t('colors')}>
            <ColorField color={color} choose={setColor} />
            <Checkbox
              name="coloredHeader"
              label={t('coloredHeader')}
              checked={hasColoredHeader}
              onCheckedChange={(checked) => setColoredHeader(checked === true)}
            />
          </Fieldset>
          <TypefaceChoice chosen={typeface} choose={setTypeface} />
          <SiteTexts
            texts={texts}
            write={(text, one, value) =>
              setTexts((known) => ({ ...known, [text]: { ...known[text], [one]: value } }))
            }
            language={shownLanguage}
            show={show}
          />
        </ActionForm>
      </div>
      <AppearancePreview
        look={{ ...look, accentColor: color, typeface, hasColoredHeader }}
        headline={labelOf(written(texts.headline), shownLanguage)}
        currency={currency}
        lead={labelOf(written(texts.lead), shownLanguage)}
      />
    </div>
  )
}

/** The texts that say something: an emptied one makes way for another language's, as it will on the site. */
function written(texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''))
}
