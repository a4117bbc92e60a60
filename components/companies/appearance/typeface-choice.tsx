'use client'

import { useTranslations } from 'next-intl'
import { Fieldset } from '@/components/ui/fieldset'
import { Radio, RadioGroup } from '@/components/ui/radio-group'
import { AllTypefaces } from '@/components/ui/typeface'
import { fontFamilyOf, TYPEFACE_NAMES, TYPEFACES, type TypefaceName } from '@/lib/core/typefaces'

type TypefaceChoiceProps = { chosen: TypefaceName; choose: (name: TypefaceName) => void }

/** The faces of the curated set, each named in itself. */
export function TypefaceChoice({ chosen, choose }: TypefaceChoiceProps) {
  const t = useTranslations('settings.branding')
  return (
    <Fieldset legend={t('typeface')}>
      <AllTypefaces />
      <RadioGroup
        name="typeface"
        aria-label={t('typeface')}
        value={chosen}
        onValueChange={(name) => choose(name as TypefaceName)}
        className="sm:grid-cols-2"
      >
        {TYPEFACE_NAMES.map((name) => (
          <Radio
            key={name}
            value={name}
            label={
              <span className="text-lg" style={{ fontFamily: fontFamilyOf(name) }}>
                {TYPEFACES[name].family}
              </span>
            }
            help={t(`typefaces.${name}`)}
          />
        ))}
      </RadioGroup>
    </Fieldset>
  )
}
