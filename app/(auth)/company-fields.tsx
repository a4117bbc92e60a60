'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFieldError } from '@/app/(auth)/auth-form'
import { TextField } from '@/app/(auth)/text-field'
import { Checkbox } from '@/components/ui/checkbox'
import { Fieldset } from '@/components/ui/fieldset'

/** An address from a name: `Müller & Söhne AG` → `mueller-soehne-ag`. */
function slugFrom(name: string): string {
  const spelled = name
    .toLowerCase()
    .replace(/[äöü]/g, (vowel) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[vowel] ?? vowel)
  const plain = spelled.normalize('NFD').replace(/\p{M}/gu, '')
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
    .replace(/-$/, '')
}

/** A company as it is founded: its name, the address that follows from it, and what it does. */
export function CompanyFields({ appHost }: { appHost: string }) {
  const t = useTranslations('auth.signUp')
  const [slug, setSlug] = useState({ text: '', typed: false })
  const linesError = useFieldError('lines')
  return (
    <>
      <TextField
        name="companyName"
        label={t('companyName')}
        autoComplete="organization"
        onChange={({ target }) =>
          setSlug((now) => (now.typed ? now : { text: slugFrom(target.value), typed: false }))
        }
      />
      <TextField
        name="slug"
        label={t('slug')}
        help={t('slugHelp', { address: `${slug.text || t('slugExample')}.${appHost}` })}
        value={slug.text}
        onChange={({ target }) => setSlug({ text: target.value.toLowerCase(), typed: target.value !== '' })}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Fieldset legend={<span className="font-medium text-sm">{t('lines')}</span>} className="gap-3">
        <Checkbox name="lines" value="rentals" label={t('rentals')} defaultChecked />
        <Checkbox name="lines" value="services" label={t('services')} />
        {linesError && <p className="text-overdue-text text-xs">{linesError}</p>}
      </Fieldset>
    </>
  )
}
