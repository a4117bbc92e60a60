import { ClipboardCheck } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button-style'

type CheckinPromptProps = {
  token: string
  /** `changed`: it was submitted, and what was written since was not. */
  state: 'open' | 'begun' | 'changed'
  /** The code of the key box is told to those who have checked in. */
  opensBox: boolean
}

/** Invites to check in from home while there is something left to answer or to submit. */
export function CheckinPrompt({ token, state, opensBox }: CheckinPromptProps) {
  const t = useTranslations('portal.checkin')
  return (
    <section className="grid gap-3 rounded-lg border border-accent-line bg-accent-soft p-5">
      <div className="grid grid-cols-[auto_1fr] gap-x-3">
        <ClipboardCheck aria-hidden="true" className="mt-0.5 size-6 text-accent-text" />
        <h2 className="font-semibold text-lg">{t(state === 'changed' ? 'promptChanged' : 'prompt')}</h2>
        <p className="col-start-2">
          {t(state === 'changed' ? 'promptChangedText' : opensBox ? 'promptBox' : 'promptText')}
        </p>
      </div>
      <Link
        href={`/portal/${token}/checkin`}
        prefetch={false}
        className={buttonStyle({ variant: 'primary', size: 'lg', className: 'w-full sm:w-fit' })}
      >
        {t(state === 'open' ? 'begin' : 'goOn')}
      </Link>
    </section>
  )
}
