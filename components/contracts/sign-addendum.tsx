'use client'

import { PenLine } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { signAddendumAction } from '@/app/(dashboard)/dashboard/contracts/actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { SignatureField } from '@/components/handover/signature/signature-field'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { toDocumentLanguage } from '@/lib/core/documents/language'
import { formatMoney } from '@/lib/core/money'

type SignAddendumProps = {
  changeId: string
  number: string
  customer: string
  differenceRappen: number
  currency: string
  /** What changes, old and new. */
  children: ReactNode
}

/** Lets the customer sign a change of their rental on the glass, whoever's device it is. */
export function SignAddendum(props: SignAddendumProps) {
  const { changeId, number, customer, differenceRappen, currency, children } = props
  const t = useTranslations('changes.addendum')
  const locale = useLocale()
  const [image, setImage] = useState<string | null>(null)
  const sign = differenceRappen > 0 ? '+ ' : ''
  return (
    <FormDialog
      trigger={
        <Button size="sm">
          <PenLine aria-hidden="true" />
          {t('sign')}
        </Button>
      }
      title={t('title', { number })}
      description={t('text')}
      action={signAddendumAction}
      submit={t('sign')}
      done={t('done')}
      labels={{ name: t('name'), image: t('signature') }}
    >
      <input type="hidden" name="changeId" value={changeId} />
      <input type="hidden" name="image" value={image ?? ''} />
      <div className="grid gap-1.5 rounded border bg-sunken px-3 py-2 text-sm">
        {children}
        <p className="flex items-baseline justify-between gap-4">
          <span>{t('difference')}</span>
          <span className="tabular font-semibold">
            {sign}
            {formatMoney(differenceRappen, currency)}
          </span>
        </p>
      </div>
      <FormField name="name" label={t('name')} required>
        <Input defaultValue={customer} maxLength={120} autoComplete="off" />
      </FormField>
      <SignatureField
        label={t('signature')}
        language={toDocumentLanguage(locale)}
        drawn={null}
        onChange={setImage}
      />
    </FormDialog>
  )
}
