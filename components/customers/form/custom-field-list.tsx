import { Pencil, Plus } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { CustomFieldDialog } from '@/components/customers/form/custom-field-dialog'
import type { FormAction } from '@/components/dashboard/action-form'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { labelOf } from '@/lib/core/labels'
import type { CustomField } from '@/lib/customers/custom-fields'

/** The company's own fields of customers, to add and to change. */
export function CustomFieldList({ fields, save }: { fields: CustomField[]; save: FormAction }) {
  const t = useTranslations('settings.customerFields')
  const locale = useLocale()
  return (
    <div className="grid max-w-3xl gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-prose text-muted text-sm">{t('text')}</p>
        <CustomFieldDialog
          save={save}
          trigger={
            <Button variant="primary">
              <Plus aria-hidden="true" />
              {t('add')}
            </Button>
          }
        />
      </div>
      {fields.length === 0 && (
        <p className="rounded-lg border bg-surface p-4 text-muted text-sm">{t('none')}</p>
      )}
      <ul className="divide-y rounded-lg border bg-surface text-sm empty:hidden">
        {fields.map((field) => (
          <li key={field.id} className="flex items-center justify-between gap-3 px-4 py-2.5">
            <div className="min-w-0">
              <p className="flex flex-wrap items-baseline gap-2">
                <span className="font-medium">{labelOf(field.names, locale)}</span>
                {!field.active && <Badge>{t('inactive')}</Badge>}
              </p>
              <p className="text-muted">
                {[t(`kinds.${field.kind}`), field.choices.join(', ')].filter(Boolean).join(': ')}
              </p>
            </div>
            <CustomFieldDialog
              save={save}
              field={field}
              trigger={
                <IconButton label={t('editTitle', { name: labelOf(field.names, locale) })}>
                  <Pencil aria-hidden="true" />
                </IconButton>
              }
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
