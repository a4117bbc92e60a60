import { useTranslations } from 'next-intl'
import { useHandover } from '@/components/handover/handover-context'
import { Button } from '@/components/ui/button'

type NextButtonProps = {
  /** What comes next, in words. */
  label: string
  disabled?: boolean
}

/** The one button that goes on; who came from the end to mend something goes back there. */
export function NextButton({ label, disabled }: NextButtonProps) {
  const t = useTranslations('handover')
  const { next, isMending } = useHandover()
  return (
    <Button variant="primary" size="xl" disabled={disabled} onClick={next}>
      {isMending ? t('backToEnd') : label}
    </Button>
  )
}
