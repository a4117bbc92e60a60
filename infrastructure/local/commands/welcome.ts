import { bold } from '../stack/log.ts'
import type { Stack } from '../stack/start.ts'

const password = 'demo-crms-2026'

/** What somebody who has just started the product wants to know. */
export function printWelcome({ instance, emulators, envFile }: Stack): void {
  const site = (slug: string) => instance.appUrl.replace('localhost', `${slug}.localhost`)
  console.log(`
${bold('CRMS is running.')}

  Dashboard        ${instance.appUrl}/dashboard
  Booking site     ${site('alpenmobil')}   (vehicle rental)
                   ${site('glanzwerk')}   (mobile detailing)
  Mailbox          ${emulators.resend}   every e-mail the product sends
  Text messages    ${emulators.twilio}
  Payments         ${emulators.stripe}   card 4242 4242 4242 4242
  Bank files       ${emulators.bank}   as if customers had paid their invoices
  Supabase         ${instance.gatewayUrl}
  Database         ${instance.databaseUrl}

  Log in as        owner@alpenmobil.test · manager@ · staff@ · viewer@alpenmobil.test
                   owner@glanzwerk.test · manager@ · technician@glanzwerk.test
  Password         ${password}

  Every address and key is in ${envFile}. Ctrl-C stops everything.
`)
}
