import { getTranslations } from 'next-intl/server'
import { logInAction } from '@/app/(auth)/actions'
import { AuthForm } from '@/app/(auth)/auth-form'
import { AuthHeading } from '@/app/(auth)/auth-heading'
import { pageTitle } from '@/app/(auth)/page-title'
import { TextField } from '@/app/(auth)/text-field'
import { ForgetFetched } from '@/components/handover/phone/forget-fetched'
import { TextLink } from '@/components/ui/text-link'
import { safeNextPath } from '@/lib/core/redirects'

export const generateMetadata = () => pageTitle('logIn')

/** Log-in; afterwards one is where one wanted to be. */
export default async function LogInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>
}) {
  const t = await getTranslations('auth')
  const { next } = await searchParams
  return (
    <>
      <ForgetFetched />
      <AuthHeading title={t('logIn.title')} />
      <AuthForm
        action={logInAction}
        submit={t('logIn.submit')}
        labels={{ email: t('email'), password: t('password') }}
      >
        <input type="hidden" name="next" value={safeNextPath(typeof next === 'string' ? next : null)} />
        <TextField name="email" label={t('email')} type="email" autoComplete="username" inputMode="email" />
        <TextField name="password" label={t('password')} type="password" autoComplete="current-password" />
      </AuthForm>
      <div className="grid gap-2 text-sm">
        <p>
          <TextLink href="/forgot-password">{t('logIn.forgot')}</TextLink>
        </p>
        <p className="text-muted">
          {t('logIn.noAccount')} <TextLink href="/signup">{t('logIn.signUp')}</TextLink>
        </p>
      </div>
    </>
  )
}
