import type { Metadata } from '../fields.ts'

export interface SetupIntent {
  id: string
  object: 'setup_intent'
  created: number
  livemode: false
  client_secret: string
  customer: string | null
  description: string | null
  last_setup_error: Record<string, unknown> | null
  metadata: Metadata
  next_action: { type: 'redirect_to_url'; redirect_to_url: { url: string; return_url: string | null } } | null
  payment_method: string | null
  payment_method_types: string[]
  status: 'requires_payment_method' | 'requires_confirmation' | 'requires_action' | 'succeeded' | 'canceled'
  usage: 'on_session' | 'off_session'
}
