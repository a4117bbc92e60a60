import { useTranslations } from 'next-intl'
import { FormField } from '@/components/dashboard/form-field'
import { Select } from '@/components/ui/select'
import type { Extra } from '@/lib/fleet/queries/catalogue'

/** Whether it is offered after booking, and whether the desk says yes first. */
export function LaterField({ help, chosen }: { help: string; chosen: Extra['later'] }) {
  const t = useTranslations('fleet.prices')
  return (
    <FormField name="later" label={t('later')} help={help} required>
      <Select defaultValue={chosen}>
        <option value="at_once">{t('laterAtOnce')}</option>
        <option value="on_request">{t('laterOnRequest')}</option>
        <option value="no">{t('laterNo')}</option>
      </Select>
    </FormField>
  )
}
