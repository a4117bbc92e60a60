import { getTranslations } from 'next-intl/server'
import { resetPasswordAction } from '@/app/(auth)/actions'
import { AuthForm } from '@/app/(auth)/auth-form'
import { AuthHeading } from '@/app/(auth)/auth-heading'
import { BrokenLink } from '@/app/(auth)/broken-link'
import { pageTitle } from '@/app/(auth)/page-title'
import { TextField } from '@/app/(auth)/text-field'

export const generateMetadata = () => pageTitle('reset')

/** Sets a new password. The token is used by the form, not by opening the link: mail scanners open links. */
export default async function ResetPasswordPage({
  searchParams,
}: {
  searchParams: Promise<{ token_hash?: string }>
}) {
  const t = await getTranslations('auth')
  const { token_hash: tokenHash } = await searchParams
  if (!tokenHash)
    return <BrokenLink title={t('reset.title')} href="/forgot-password" next={t('reset.again')} />
  return (
    <>
      <AuthHeading title={t('reset.title')} />
      <AuthForm
        action={resetPasswordAction}
        submit={t('reset.submit')}
        labels={{ password: t('reset.password') }}
      >
        <input type="hidden" name="tokenHash" value={tokenHash} />
        <TextField
          name="password"
          label={t('reset.password')}
          help={t('passwordHelp')}
          type="password"
          autoComplete="new-password"
        />
      </AuthForm>
    </>
  )
}
