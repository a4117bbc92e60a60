'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { updateBrandingAction } from '@/app/(dashboard)/dashboard/settings/actions'
import { BrandingPreview } from '@/components/companies/branding-preview'
import { ActionForm } from '@/components/dashboard/action-form'
import { FormField } from '@/components/dashboard/form-field'
import { Input } from '@/components/ui/input'

const COLOR = /^#[0-9a-f]{6}$/i

/** The company's colour, seen on its pages while it is chosen. */
export function BrandingForm({ accentColor, companyName }: { accentColor: string; companyName: string }) {
  const t = useTranslations('settings.branding')
  const words = useTranslations('settings')
  const [text, setText] = useState(accentColor)
  const [shown, setShown] = useState(accentColor)

  function choose(typed: string) {
    const color = /^[0-9a-f]{6}$/i.test(typed) ? `#${typed}` : typed
    setText(color)
    if (COLOR.test(color)) setShown(color.toLowerCase())
  }

  return (
    <div className="grid max-w-5xl items-start gap-8 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <ActionForm
        action={updateBrandingAction}
        submit={words('save')}
        done={words('saved')}
        labels={{ accentColor: t('color') }}
      >
        <FormField name="accentColor" label={t('color')} help={t('help')} required>
          <div className="flex gap-2">
            <input
              type="color"
              aria-label={t('pick')}
              value={shown}
              onChange={(event) => choose(event.target.value)}
              className="h-(--control-height) w-12 shrink-0 cursor-pointer rounded border border-control bg-surface p-1"
            />
            <Input
              value={text}
              onChange={(event) => choose(event.target.value.trim())}
              spellCheck={false}
              autoComplete="off"
              className="font-mono"
            />
          </div>
        </FormField>
      </ActionForm>
      <section aria-label={t('preview')} className="grid max-w-md gap-3">
        <h2 className="font-semibold text-base">{t('preview')}</h2>
        <BrandingPreview color={shown} companyName={companyName} />
        <p className="text-muted text-xs">{t('contrast')}</p>
      </section>
    </div>
  )
}
