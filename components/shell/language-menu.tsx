'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { startTransition } from 'react'
import type { ShellActions } from '@/components/shell/shell-context'
import { MenuLabel, MenuRadioGroup, MenuRadioItem } from '@/components/ui/dropdown-menu'
import { LOCALES } from '@/lib/core/i18n/locales'

/** The languages by their own names; a part of the user's menu. */
export function LanguageMenu({ setLocale }: { setLocale: ShellActions['setLocale'] }) {
  const t = useTranslations('core.language')
  const router = useRouter()

  function choose(locale: string) {
    const form = new FormData()
    form.set('locale', locale)
    startTransition(async () => {
      await setLocale(form)
      router.refresh()
    })
  }

  return (
    <MenuRadioGroup value={useLocale()} onValueChange={choose}>
      <MenuLabel>{t('label')}</MenuLabel>
      {LOCALES.map((locale) => (
        <MenuRadioItem key={locale} value={locale} lang={locale}>
          {t(locale)}
        </MenuRadioItem>
      ))}
    </MenuRadioGroup>
  )
}
