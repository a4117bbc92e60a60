'use client'

import { NextIntlClientProvider } from 'next-intl'
import type { WordsProps } from '@/app/client-words/words-props'
import activity from '@/messages/de/activity.json'
import auth from '@/messages/de/auth.json'
import bank from '@/messages/de/bank.json'
import changes from '@/messages/de/changes.json'
import checkin from '@/messages/de/checkin.json'
import contracts from '@/messages/de/contracts.json'
import core from '@/messages/de/core.json'
import customers from '@/messages/de/customers.json'
import dashboard from '@/messages/de/dashboard.json'
import errors from '@/messages/de/errors.json'
import fleet from '@/messages/de/fleet.json'
import guide from '@/messages/de/guide.json'
import handover from '@/messages/de/handover.json'
import lists from '@/messages/de/lists.json'
import messages from '@/messages/de/messages.json'
import money from '@/messages/de/money.json'
import pricing from '@/messages/de/pricing.json'
import reservations from '@/messages/de/reservations.json'
import settings from '@/messages/de/settings.json'
import shell from '@/messages/de/shell.json'
import templates from '@/messages/de/templates.json'
import timeline from '@/messages/de/timeline.json'
import ui from '@/messages/de/ui.json'

/** The app's sentences in German, by the names of their files. */
export const MESSAGES = {
  activity,
  auth,
  bank,
  changes,
  checkin,
  contracts,
  core,
  customers,
  dashboard,
  errors,
  fleet,
  guide,
  handover,
  lists,
  messages,
  money,
  pricing,
  reservations,
  settings,
  shell,
  templates,
  timeline,
  ui,
}

/** Gives the client components beneath German. */
export default function GermanWords(props: WordsProps) {
  return <NextIntlClientProvider locale="de" messages={MESSAGES} {...props} />
}
