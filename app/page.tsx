import { redirect } from 'next/navigation'

/** The dashboard's front door; a stranger is sent on to log in from there. */
export default function Home() {
  redirect('/dashboard')
}
