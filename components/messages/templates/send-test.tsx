'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { sendTestAction } from '@/app/(dashboard)/dashboard/settings/messages/actions'
import { ActionButton } from '@/components/dashboard/action-button'
import { ActionForm } from '@/components/dashboard/action-form'
import { FormField } from '@/components/dashboard/form-field'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { PhoneInput } from '@/components/ui/phone-input'
import type { PreviewWish } from '@/lib/messages/templates/schema'

/** Sends the message to whoever writes it: a mail to their own address, a short message to the number they give. */
export function SendTest({ wish, disabled }: { wish: PreviewWish; disabled: boolean }) {
  const t = useTranslations('templates')
  const [isOpen, setOpen] = useState(false)
  if (wish.channel === 'email') {
    return (
      <ActionButton action={sendTestAction} input={wish} done={t('testSent')} disabled={disabled}>
        {t('test')}
      </ActionButton>
    )
  }
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button disabled={disabled}>{t('test')}</Button>
      </DialogTrigger>
      <DialogContent title={t('test')} description={t('testSms')}>
        <ActionForm
          action={(...given) => {
            const form = given.at(-1)
            return sendTestAction({
              ...wish,
              phone: form instanceof FormData ? form.get('phone') : undefined,
            })
          }}
          submit={t('testSend')}
          done={t('testSent')}
          labels={{ phone: t('testPhone') }}
          onDone={() => setOpen(false)}
        >
          <FormField name="phone" label={t('testPhone')} required>
            <PhoneInput autoComplete="tel" />
          </FormField>
        </ActionForm>
      </DialogContent>
    </Dialog>
  )
}
