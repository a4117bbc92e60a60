import type { Form } from '../../server/form.ts'
import { nested, text } from '../fields.ts'
import type { Address, BillingDetails } from '../objects/billing-details.ts'

/** Reads an address, or null when none was given. */
export function readAddress(form: Form): Address | null {
  if (Object.keys(form).length === 0) return null
  return {
    city: text(form, 'city'),
    country: text(form, 'country'),
    line1: text(form, 'line1'),
    line2: text(form, 'line2'),
    postal_code: text(form, 'postal_code'),
    state: text(form, 'state'),
  }
}

const NO_ADDRESS: Address = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
}

/** Reads who pays; every part may be missing. */
export function readBillingDetails(form: Form): BillingDetails {
  return {
    address: readAddress(nested(form, 'address')) ?? NO_ADDRESS,
    email: text(form, 'email'),
    name: text(form, 'name'),
    phone: text(form, 'phone'),
    tax_id: null,
  }
}
