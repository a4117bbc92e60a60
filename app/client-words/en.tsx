'use client'

import { NextIntlClientProvider } from 'next-intl'
import type { WordsProps } from '@/app/client-words/words-props'
import activity from '@/messages/en/activity.json'
import auth from '@/messages/en/auth.json'
import bank from '@/messages/en/bank.json'
import changes from '@/messages/en/changes.json'
import checkin from '@/messages/en/checkin.json'
import contracts from '@/messages/en/contracts.json'
import core from '@/messages/en/core.json'
import customers from '@/messages/en/customers.json'
import dashboard from '@/messages/en/dashboard.json'
import errors from '@/messages/en/errors.json'
import fleet from '@/messages/en/fleet.json'
import guide from '@/messages/en/guide.json'
import handover from '@/messages/en/handover.json'
import lists from '@/messages/en/lists.json'
import messages from '@/messages/en/messages.json'
import money from '@/messages/en/money.json'
import pricing from '@/messages/en/pricing.json'
import reservations from '@/messages/en/reservations.json'
import settings from '@/messages/en/settings.json'
import shell from '@/messages/en/shell.json'
import templates from '@/messages/en/templates.json'
import timeline from '@/messages/en/timeline.json'
import ui from '@/messages/en/ui.json'

/** The app's sentences in English, by the names of their files. */
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

/** Gives the client components beneath English. */
export default function EnglishWords(props: WordsProps) {
  return <NextIntlClientProvider locale="en" messages={MESSAGES} {...props} />
}
