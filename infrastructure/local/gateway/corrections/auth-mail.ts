import type { EmailDriver } from '@supabase/lite'

interface MailOptions {
  resendUrl: string
  resendApiKey: string
  from: string
  /** Where the embedded auth believes it lives, and where it really answers. */
  siteUrl: string
  gatewayUrl: string
}

/** Sends auth mails through Resend's API, and makes their links lead to the gateway instead of the application. */
export function resendMail(options: MailOptions): EmailDriver {
  const correctLinks = (text: string | undefined) =>
    text?.replaceAll(`${options.siteUrl}/auth/v1/`, `${options.gatewayUrl}/auth/v1/`)
  return {
    async send({ to, subject, text, html }) {
      const response = await fetch(new URL('/emails', options.resendUrl), {
        method: 'POST',
        headers: { authorization: `Bearer ${options.resendApiKey}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          from: options.from,
          to: [to],
          subject,
          text: correctLinks(text),
          html: correctLinks(html),
        }),
      })
      if (!response.ok) throw new Error(`Resend answered ${response.status} to an auth mail`)
    },
  }
}
