'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { FormAction } from '@/components/dashboard/action-form'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { NameFields, useNameLabels } from '@/components/dashboard/name-fields'
import { SeenAtField } from '@/components/dashboard/seen-at'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { labelOf, type Names } from '@/lib/core/labels'
import type { CustomField } from '@/lib/customers/custom-fields'
import { FIELD_KINDS } from '@/lib/customers/rules'

type CustomFieldDialogProps = { field?: CustomField; save: FormAction; trigger: ReactNode }

/** Defines a field or changes it; its kind stays, because values of it are already written. */
export function CustomFieldDialog({ field, save, trigger }: CustomFieldDialogProps) {
  const t = useTranslations('settings.customerFields')
  const locale = useLocale()
  const names = (field?.names ?? {}) as Names
  const labels = {
    ...useNameLabels(),
    kind: t('kind'),
    choices: t('choices'),
    active: t('use'),
  }
  return (
    <FormDialog
      trigger={trigger}
      title={field ? t('editTitle', { name: labelOf(names, locale) }) : t('add')}
      action={save}
      submit={t('save')}
      done={t('saved')}
      labels={labels}
    >
      {field && <input type="hidden" name="id" value={field.id} />}
      {field && <SeenAtField at={field.updatedAt} />}
      <div className="grid gap-4 sm:grid-cols-2">
        <NameFields names={names} />
      </div>
      <KindFields {...(field && { field })} labels={labels} />
      {field && (
        <FormField name="active" label={labels.active} help={t('useHelp')}>
          <Select defaultValue={field.active ? 'true' : 'false'}>
            <option value="true">{t('active')}</option>
            <option value="false">{t('inactive')}</option>
          </Select>
        </FormField>
      )}
    </FormDialog>
  )
}

type KindFieldsProps = { field?: CustomField; labels: { kind: string; choices: string } }

/** What is written into the field. Lives with the open dialog: the next new field begins as text again. */
function KindFields({ field, labels }: KindFieldsProps) {
  const t = useTranslations('settings.customerFields')
  const [kind, setKind] = useState<string>(field?.kind ?? 'text')
  return (
    <>
      {!field && (
        <FormField name="kind" label={labels.kind} help={t('kindHelp')}>
          <Select value={kind} onChange={({ target }) => setKind(target.value)}>
            {FIELD_KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`kinds.${one}`)}
              </option>
            ))}
          </Select>
        </FormField>
      )}
      {kind === 'choice' && (
        <FormField name="choices" label={labels.choices} help={t('choicesHelp')} required>
          <Textarea defaultValue={field?.choices.join('\n') ?? ''} rows={4} />
        </FormField>
      )}
    </>
  )
}
