import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { foundCompanyAction, logOutAction } from '@/app/(auth)/actions'
import { AuthForm } from '@/app/(auth)/auth-form'
import { AuthHeading } from '@/app/(auth)/auth-heading'
import { CompanyFields } from '@/app/(auth)/company-fields'
import { pageTitle } from '@/app/(auth)/page-title'
import { CompanyChoice } from '@/app/(auth)/switch-company/company-choice'
import { SubmitButton } from '@/components/ui/submit-button'
import { currentSession } from '@/lib/core/context'
import { env } from '@/lib/core/env'

export const generateMetadata = () => pageTitle('switch')

/** Chooses among one's companies; who has none founds one here. */
export default async function SwitchCompanyPage() {
  const session = await currentSession()
  if (!session) redirect('/login?next=/switch-company')
  const t = await getTranslations('auth')
  const { user, company, memberships } = session.me
  return (
    <>
      {memberships.length > 0 ? (
        <>
          <AuthHeading title={t('switch.title')}>
            {user && t('switch.signedInAs', { email: user.email })}
          </AuthHeading>
          <ul className="grid gap-2">
            {memberships.map((membership) => (
              <li key={membership.companyId}>
                <CompanyChoice
                  companyId={membership.companyId}
                  name={membership.name}
                  role={t(`roles.${membership.role}`)}
                  note={membership.companyId === company?.id ? t('switch.current') : undefined}
                />
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <AuthHeading title={t('switch.none')}>
            {user && t('switch.noneText', { email: user.email })}
          </AuthHeading>
          <AuthForm action={foundCompanyAction} submit={t('signUp.submit')}>
            <CompanyFields appHost={env().APP_HOST} />
          </AuthForm>
        </>
      )}
      <form action={logOutAction}>
        <SubmitButton variant="link">{t('switch.logOut')}</SubmitButton>
      </form>
    </>
  )
}
