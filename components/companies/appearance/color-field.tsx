'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormField } from '@/components/dashboard/form-field'
import { Input } from '@/components/ui/input'

const COLOR = /^#[0-9a-f]{6}$/i

/** A colour, picked or typed; only a whole one is handed on. */
export function ColorField({ color, choose }: { color: string; choose: (color: string) => void }) {
  const t = useTranslations('settings.branding')
  const [text, setText] = useState(color)

  function read(typed: string) {
    const given = /^[0-9a-f]{6}$/i.test(typed) ? `#${typed}` : typed
    setText(given)
    if (COLOR.test(given)) choose(given.toLowerCase())
  }

  return (
    <FormField name="accentColor" label={t('color')} help={t('help')} required>
      <div className="flex max-w-xs gap-2">
        <input
          type="color"
          aria-label={t('pick')}
          value={color}
          onChange={(event) => read(event.target.value)}
          className="h-(--control-height) w-12 shrink-0 cursor-pointer rounded border border-control bg-surface p-1"
        />
        <Input
          value={text}
          onChange={(event) => read(event.target.value.trim())}
          spellCheck={false}
          autoComplete="off"
          className="font-mono"
        />
      </div>
    </FormField>
  )
}
