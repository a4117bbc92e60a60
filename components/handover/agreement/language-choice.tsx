import { Choice } from '@/components/handover/choice'
import { useHandover } from '@/components/handover/handover-context'
import { DOCUMENT_LANGUAGES } from '@/lib/core/documents/language'

/** Every language by its own name: whoever looks for theirs reads no other. */
const NAMES = { de: 'Deutsch', fr: 'Français', it: 'Italiano', en: 'English' }

/** The language the customer reads before signing; that of their booking, until they tap another. */
export function LanguageChoice({ legend }: { legend: string }) {
  const { language, change } = useHandover()
  return (
    <Choice
      legend={legend}
      options={DOCUMENT_LANGUAGES.map((value) => ({
        value,
        label: <span lang={value}>{NAMES[value]}</span>,
      }))}
      chosen={language}
      onChoose={(chosen) => change({ language: chosen })}
      className="grid grid-cols-2"
    />
  )
}
