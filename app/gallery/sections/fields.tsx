import { Search } from 'lucide-react'
import { Section } from '@/app/gallery/section'
import { Alert } from '@/components/ui/alert'
import { DateRangeInput } from '@/components/ui/date-range-input'
import { DateTimeInput, TimeInput } from '@/components/ui/date-time-input'
import { Field } from '@/components/ui/field'
import { FileDrop } from '@/components/ui/file-drop'
import { FormErrorSummary } from '@/components/ui/form-error-summary'
import { Input } from '@/components/ui/input'
import { MoneyInput } from '@/components/ui/money-input'
import { PhoneInput } from '@/components/ui/phone-input'
import { PlateInput } from '@/components/ui/plate-input'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { Textarea } from '@/components/ui/textarea'

const refusal = {
  message: 'Some entries are wrong',
  fields: { email: 'Please write an address such as anna@example.ch.', zip: 'Four figures, please.' },
}

/** Everything that is typed, as a form has it: one column of fields, the errors linked. */
export function FieldSection() {
  return (
    <Section title="Fields">
      <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
        <form className="grid content-start gap-4">
          <FormErrorSummary error={refusal} labels={{ email: 'E-mail', zip: 'Postcode' }} />
          <Field name="email" label="E-mail" error={refusal.fields.email} required>
            <Input type="email" defaultValue="anna@" />
          </Field>
          <Field name="zip" label="Postcode" error={refusal.fields.zip} required>
            <Input inputMode="numeric" defaultValue="80" className="w-24" />
          </Field>
          <Field label="Name" help="As it is written on the licence." required>
            <Input placeholder="Anna Keller" />
          </Field>
          <Field label="Note" optional>
            <Textarea placeholder="What should the next person know?" />
          </Field>
          <Field label="Not to be changed" disabled>
            <Input defaultValue="R-2026-00042" />
          </Field>
          <Field label="Only to be read">
            <Input readOnly defaultValue="CH44 3199 9123 0008 8901 2" />
          </Field>
        </form>
        <form className="grid content-start gap-4">
          <DateRangeInput names={['from', 'to']} defaultValues={['2026-11-21', '2026-11-24']} />
          <div className="grid grid-cols-2 gap-3">
            <Field label="Pickup">
              <DateTimeInput defaultValue="2026-11-21T14:30" />
            </Field>
            <Field label="Time">
              <TimeInput defaultValue="14:30" />
            </Field>
          </div>
          <Field name="deposit" label="Deposit" help="Paste it as you have it: 1'234.50, CHF 12,5 or 80.–">
            <MoneyInput currency="CHF" defaultValue={123_450} />
          </Field>
          <Field name="plate" label="Plate">
            <PlateInput defaultValue="ZH 431 254" />
          </Field>
          <Field name="phone" label="Phone">
            <PhoneInput defaultValue="+41 79 123 45 67" />
          </Field>
          <Field name="category" label="Category">
            <Select defaultValue="compact">
              <option value="compact">Compact</option>
              <option value="camper">Camper</option>
            </Select>
          </Field>
          <Input
            aria-label="Search"
            type="search"
            placeholder="Number, name or plate"
            prefix={<Search className="size-4" />}
          />
          <Input aria-label="Odometer" inputMode="numeric" defaultValue="76126" suffix="km" />
          <Field label="Fleet" name="fleet">
            <FileDrop accept=".csv" hint="CSV, up to 2 MB" />
          </Field>
          <Alert tone="info">Nothing is saved on this page.</Alert>
          <SubmitButton className="justify-self-start">Save</SubmitButton>
        </form>
      </div>
    </Section>
  )
}
