import { getTranslations } from 'next-intl/server'
import { resetPasswordAction } from '@/app/(auth)/actions'
import { AuthForm } from '@/app/(auth)/auth-form'
import { AuthHeading } from '@/app/(auth)/auth-heading'
import { pageTitle } from '@/app/(auth)/page-title'
import { TextField } from '@/app/(auth)/text-field'
import { TextLink } from '@/components/ui/text-link'

export const generateMetadata = () => pageTitle('reset')

/** Sets a new password. The token is used by the form, not by opening the link: mail scanners open links. */
export default async function ResetPasswordPage({
  searchParams,
}: {
  searchParams: Promise<{ token_hash?: string }>
}) {
  const t = await getTranslations('auth')
  const { token_hash: tokenHash } = await searchParams
  if (!tokenHash) {
    return (
      <>
        <AuthHeading title={t('reset.title')}>{t('reset.missing')}</AuthHeading>
        <p className="text-sm">
          <TextLink href="/forgot-password">{t('reset.again')}</TextLink>
        </p>
      </>
    )
  }
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
