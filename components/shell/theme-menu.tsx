'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { chooseTheme, toTheme } from '@/components/shell/theme'
import { MenuLabel, MenuRadioGroup, MenuRadioItem } from '@/components/ui/dropdown-menu'

const choices = [
  { name: 'system', icon: Monitor },
  { name: 'light', icon: Sun },
  { name: 'dark', icon: Moon },
] as const

/** Light, dark or as the system has it; a part of the user's menu. */
export function ThemeMenu() {
  const t = useTranslations('shell.theme')
  // Only rendered inside an open menu, so the document is there to ask.
  const [theme, setTheme] = useState<string>(
    () => toTheme(document.documentElement.dataset.theme) ?? 'system',
  )

  function choose(next: string) {
    setTheme(next)
    chooseTheme(toTheme(next))
  }

  return (
    <MenuRadioGroup value={theme} onValueChange={choose}>
      <MenuLabel>{t('label')}</MenuLabel>
      {choices.map(({ name, icon: Icon }) => (
        <MenuRadioItem key={name} value={name} onSelect={(event) => event.preventDefault()}>
          <Icon aria-hidden="true" />
          {t(name)}
        </MenuRadioItem>
      ))}
    </MenuRadioGroup>
  )
}
