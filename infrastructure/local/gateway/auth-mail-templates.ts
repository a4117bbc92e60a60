import path from 'node:path'
import { projectRoot } from '../stack/instance.ts'

/** The auth server's mails, from the same files that config.toml names for hosted Supabase. */
export function authMailTemplates() {
  const file = (name: string) => path.join(projectRoot, 'supabase/templates', `${name}.html`)
  return {
    recovery: { subject: 'Neues Passwort · New password', content_path: file('recovery') },
    confirmation: {
      subject: 'E-Mail-Adresse bestätigen · Confirm your address',
      content_path: file('confirmation'),
    },
  }
}
