import { getTranslations } from 'next-intl/server'
import { forgotPasswordAction } from '@/app/(auth)/actions'
import { AuthForm } from '@/app/(auth)/auth-form'
import { AuthHeading } from '@/app/(auth)/auth-heading'
import { CheckMail } from '@/app/(auth)/check-mail'
import { pageTitle } from '@/app/(auth)/page-title'
import { TextField } from '@/app/(auth)/text-field'
import { TextLink } from '@/components/ui/text-link'

export const generateMetadata = () => pageTitle('forgot')

/** Asks for a link to set a new password. */
export default async function ForgotPasswordPage({
  searchParams,
}: {
  searchParams: Promise<{ sent?: string }>
}) {
  if ((await searchParams).sent !== undefined) return <CheckMail reason="reset" />
  const t = await getTranslations('auth')
  return (
    <>
      <AuthHeading title={t('forgot.title')}>{t('forgot.text')}</AuthHeading>
      <AuthForm action={forgotPasswordAction} submit={t('forgot.submit')} labels={{ email: t('email') }}>
        <TextField name="email" label={t('email')} type="email" autoComplete="username" inputMode="email" />
      </AuthForm>
      <p className="text-sm">
        <TextLink href="/login">{t('forgot.back')}</TextLink>
      </p>
    </>
  )
}
