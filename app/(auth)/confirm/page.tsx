import { getTranslations } from 'next-intl/server'
import { confirmEmailAction } from '@/app/(auth)/actions'
import { AuthForm } from '@/app/(auth)/auth-form'
import { AuthHeading } from '@/app/(auth)/auth-heading'
import { pageTitle } from '@/app/(auth)/page-title'
import { TextLink } from '@/components/ui/text-link'

export const generateMetadata = () => pageTitle('confirm')

/** Confirms an address. The token is used by the button, not by opening the link: mail scanners open links. */
export default async function ConfirmPage({
  searchParams,
}: {
  searchParams: Promise<{ token_hash?: string }>
}) {
  const t = await getTranslations('auth')
  const { token_hash: tokenHash } = await searchParams
  if (!tokenHash) {
    return (
      <>
        <AuthHeading title={t('confirm.title')}>{t('reset.missing')}</AuthHeading>
        <p className="text-sm">
          <TextLink href="/login">{t('checkMail.back')}</TextLink>
        </p>
      </>
    )
  }
  return (
    <>
      <AuthHeading title={t('confirm.title')}>{t('confirm.text')}</AuthHeading>
      <AuthForm action={confirmEmailAction} submit={t('confirm.submit')}>
        <input type="hidden" name="tokenHash" value={tokenHash} />
      </AuthForm>
    </>
  )
}
