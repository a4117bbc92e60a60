import { useTranslations } from 'next-intl'
import { FormField } from '@/components/dashboard/form-field'
import { Input } from '@/components/ui/input'
import type { Names } from '@/lib/core/labels'

const languages = [
  ['nameDe', 'de'],
  ['nameFr', 'fr'],
  ['nameIt', 'it'],
  ['nameEn', 'en'],
] as const

/** What the fields of a name are called, for the summary of a form's faults. */
export function useNameLabels(): Record<(typeof languages)[number][0], string> {
  return useTranslations('ui').raw('names')
}

/** A name in the languages of the customers; whoever reads one that is left empty gets the German. */
export function NameFields({ names }: { names: Names }) {
  const labels = useNameLabels()
  return languages.map(([field, language]) => (
    <FormField
      key={field}
      name={field}
      label={labels[field]}
      {...(language === 'de' ? { required: true } : { optional: true })}
    >
      <Input defaultValue={names[language] ?? ''} maxLength={60} />
    </FormField>
  ))
}
