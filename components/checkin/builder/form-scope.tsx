import { useTranslations } from 'next-intl'
import type { Draft } from '@/components/checkin/builder/draft'
import { LANGUAGES } from '@/components/customer-texts/draft'
import { Checkbox } from '@/components/ui/checkbox'
import { RESERVATION_SOURCES } from '@/lib/core/reservation-sources'

type FormScopeProps = {
  draft: Draft
  change: (part: Partial<Pick<Draft, 'sources' | 'languages'>>) => void
}

/** For bookings made in which ways, and by customers of which languages, beside the categories. */
export function FormScope({ draft: { sources, languages }, change }: FormScopeProps) {
  const t = useTranslations('checkin.builder')
  const sourceNames = useTranslations('reservations.sources')
  const languageNames = useTranslations('settings.languages')
  return (
    <div className="grid gap-4 rounded-lg border bg-surface p-4 sm:grid-cols-2">
      <Several
        legend={t('sources')}
        choices={RESERVATION_SOURCES.map((key) => ({ key, label: sourceNames(key) }))}
        chosen={sources}
        choose={(chosen) => change({ sources: chosen })}
      />
      <Several
        legend={t('languages')}
        choices={LANGUAGES.map((key) => ({ key, label: languageNames(key) }))}
        chosen={languages}
        choose={(chosen) => change({ languages: chosen })}
      />
      <p className="text-muted text-xs sm:col-span-2">{t('scopeHelp')}</p>
    </div>
  )
}

type SeveralProps<Key extends string> = {
  legend: string
  choices: { key: Key; label: string }[]
  chosen: Key[]
  choose: (chosen: Key[]) => void
}

function Several<Key extends string>({ legend, choices, chosen, choose }: SeveralProps<Key>) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 font-medium text-sm">{legend}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {choices.map(({ key, label }) => (
          <Checkbox
            key={key}
            label={label}
            checked={chosen.includes(key)}
            onCheckedChange={(isOn) => choose(isOn ? [...chosen, key] : chosen.filter((one) => one !== key))}
          />
        ))}
      </div>
    </fieldset>
  )
}
