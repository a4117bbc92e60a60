import { expect, test } from 'vitest'
import { heldDataCsv } from '@/lib/customers/data-rights'

test('everything held is one line a value, safe to open in a spreadsheet', async () => {
  const stream = await heldDataCsv({
    exported_at: '2026-11-28T10:00:00Z',
    company: 'Alpenmobil',
    tables: {
      customers: [{ name: 'Anna "die" Muster', phone: '+41791234567', tags: ['A', 'B'], email: null }],
      customer_notes: [{ text: '=1+1' }, { text: 'zwei\nZeilen' }],
    },
  })
  expect(await new Response(stream).text()).toBe(
    [
      'table,record,field,value',
      'customers,1,name,"Anna ""die"" Muster"',
      'customers,1,phone,+41791234567',
      'customers,1,tags,"[""A"",""B""]"',
      'customers,1,email,',
      "customer_notes,1,text,'=1+1",
      'customer_notes,2,text,"zwei\nZeilen"',
      '',
    ].join('\r\n'),
  )
})
