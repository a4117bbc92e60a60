import { useTranslations } from 'next-intl'
import { FormField } from '@/components/dashboard/form-field'
import { Select } from '@/components/ui/select'
import type { MemberRole } from '@/lib/companies/member-schema'

/** A role, and beneath it what each of them may do. */
export function RoleSelect({ roles, role }: { roles: MemberRole[]; role?: MemberRole }) {
  const t = useTranslations('settings.members')
  const names = useTranslations('shell.roles')
  return (
    <>
      <FormField name="role" label={t('role')} required>
        <Select defaultValue={role ?? 'staff'}>
          {roles.map((name) => (
            <option key={name} value={name}>
              {names(name)}
            </option>
          ))}
        </Select>
      </FormField>
      <dl className="grid gap-1.5 rounded border bg-sunken px-3 py-2.5 text-xs">
        {roles.map((name) => (
          <div key={name} className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-2">
            <dt className="font-medium">{names(name)}</dt>
            <dd className="text-muted">{t(`may.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
