import { getTranslations } from 'next-intl/server'
import { signUpAction } from '@/app/(auth)/actions'
import { AuthForm } from '@/app/(auth)/auth-form'
import { AuthHeading } from '@/app/(auth)/auth-heading'
import { CheckMail } from '@/app/(auth)/check-mail'
import { CompanyFields } from '@/app/(auth)/company-fields'
import { pageTitle } from '@/app/(auth)/page-title'
import { TextField } from '@/app/(auth)/text-field'
import { TextLink } from '@/components/ui/text-link'
import { env } from '@/lib/core/env'

export const generateMetadata = () => pageTitle('signUp')

/** Opens an account and its company in one go. */
export default async function SignUpPage({ searchParams }: { searchParams: Promise<{ sent?: string }> }) {
  if ((await searchParams).sent !== undefined) return <CheckMail reason="confirm" />
  const t = await getTranslations('auth')
  const labels = {
    companyName: t('signUp.companyName'),
    slug: t('signUp.slug'),
    lines: t('signUp.lines'),
    fullName: t('fullName'),
    email: t('email'),
    password: t('password'),
  }
  return (
    <>
      <AuthHeading title={t('signUp.title')}>{t('signUp.text')}</AuthHeading>
      <AuthForm action={signUpAction} submit={t('signUp.submit')} labels={labels}>
        <CompanyFields appHost={env().APP_HOST} />
        <TextField name="fullName" label={t('fullName')} autoComplete="name" />
        <TextField name="email" label={t('email')} type="email" autoComplete="username" inputMode="email" />
        <TextField
          name="password"
          label={t('password')}
          help={t('passwordHelp')}
          type="password"
          autoComplete="new-password"
        />
      </AuthForm>
      <p className="text-muted text-sm">
        {t('signUp.haveAccount')} <TextLink href="/login">{t('signUp.logIn')}</TextLink>
      </p>
    </>
  )
}
