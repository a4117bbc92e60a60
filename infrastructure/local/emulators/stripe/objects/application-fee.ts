export interface ApplicationFee {
  id: string
  object: 'application_fee'
  created: number
  livemode: false
  account: string
  amount: number
  amount_refunded: number
  charge: string
  currency: string
  refunded: boolean
}
