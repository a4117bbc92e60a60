import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { acceptInvitationAction, logOutAction } from '@/app/(auth)/actions'
import { AuthForm } from '@/app/(auth)/auth-form'
import { AuthHeading } from '@/app/(auth)/auth-heading'
import { TextField } from '@/app/(auth)/text-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextLink } from '@/components/ui/text-link'
import { getInvitation } from '@/lib/companies/queries'
import { currentSession, getVisitorContext } from '@/lib/core/context'

export const metadata: Metadata = { robots: { index: false }, referrer: 'same-origin' }

/** An invitation: to the person who is signed in, or to open an account with the invited address. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const t = await getTranslations('auth')
  const { token } = await params
  const invitation = await getInvitation(await getVisitorContext(), token)
  if (!invitation)
    return <AuthHeading title={t('invitation.invalidTitle')}>{t('invitation.invalid')}</AuthHeading>

  const signedInAs = (await currentSession())?.me.user?.email
  const role = t(`roles.${invitation.role}` as 'roles.owner')
  const heading = (
    <AuthHeading title={t('invitation.title', { company: invitation.company })}>
      {t('invitation.text', { role })}
    </AuthHeading>
  )
  if (signedInAs && signedInAs !== invitation.email) {
    return (
      <>
        {heading}
        <p className="text-sm">{t('invitation.wrongAccount', { email: invitation.email })}</p>
        <form action={logOutAction}>
          <SubmitButton>{t('switch.logOut')}</SubmitButton>
        </form>
      </>
    )
  }
  return (
    <>
      {heading}
      <p className="text-sm">
        {signedInAs
          ? t('invitation.signedInAs', { email: signedInAs })
          : t('invitation.newAccount', { email: invitation.email })}
      </p>
      <AuthForm
        action={acceptInvitationAction}
        submit={t('invitation.join')}
        labels={{ fullName: t('fullName'), password: t('password') }}
      >
        <input type="hidden" name="token" value={token} />
        {!signedInAs && (
          <>
            <TextField name="fullName" label={t('fullName')} autoComplete="name" />
            <TextField
              name="password"
              label={t('password')}
              help={t('passwordHelp')}
              type="password"
              autoComplete="new-password"
            />
          </>
        )}
      </AuthForm>
      {!signedInAs && (
        <p className="text-muted text-sm">
          {t('invitation.haveAccount')}{' '}
          <TextLink href={`/login?next=/invitation/${token}`}>{t('invitation.logIn')}</TextLink>
        </p>
      )}
    </>
  )
}
