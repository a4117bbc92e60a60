import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readBankFile } from '@/lib/money/bank/read-bank-file'
import { MOST_ENTRIES } from '@/lib/money/bank/read-camt'
import { type CamtFile, writeCamt } from '../../../infrastructure/local/emulators/bank/camt.ts'

const QRR = '210000000003139471430009017'
const SCOR = 'RF48500005678901 2345'.replace(' ', '')

const file = (fields: Partial<CamtFile> = {}) =>
  writeCamt({
    kind: '054',
    version: '04',
    iban: 'CH5800791123000889012',
    currency: 'CHF',
    bookedOn: '2026-11-20',
    messageId: 'MSG1',
    payments: [
      {
        amountRappen: 41_250,
        reference: QRR,
        debtorName: 'Müller & Söhne <AG>',
        debtorIban: 'CH9300762011623852957',
      },
      { amountRappen: 5, message: 'Rechnung F-2026-00012' },
    ],
    ...fields,
  })

/** As a body arrives: in pieces that end wherever they like. */
function stream(bytes: Uint8Array, size = 4_096): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.subarray(at, at + size))
      at += size
    },
  })
}
const read = (text: string | Uint8Array, size?: number) =>
  readBankFile(stream(typeof text === 'string' ? Buffer.from(text) : text, size))
const refusalOf = async (text: string | Uint8Array) => {
  const error = await read(text).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error as { code: string; details: Record<string, unknown> } | null
}

describe.each(['053', '054'] as const)('camt.%s', (kind) => {
  test.each(['02', '04', '08'] as const)('version %s tells the same payments', async (version) => {
    const { format, entries } = await read(file({ kind, version }))
    expect(format).toBe(`camt.${kind}.001.${version}`)
    expect(entries).toMatchObject([
      {
        amountRappen: 41_250,
        currency: 'CHF',
        bookedOn: '2026-11-20',
        reference: QRR,
        debtorName: 'Müller & Söhne <AG>',
        debtorIban: 'CH9300762011623852957',
        isCollective: false,
      },
      { amountRappen: 5, reference: null, message: 'Rechnung F-2026-00012' },
    ])
  })
})

test('the same payment has one key, in a statement and in a notification, in one booking or on its own', async () => {
  const payments = [{ amountRappen: 100, reference: QRR, bankReference: 'X1' }]
  const keys = await Promise.all(
    [file({ kind: '053', version: '08', payments }), file({ kind: '054', version: '02', payments })].map(
      async (text) => (await read(text)).entries[0]?.key,
    ),
  )
  expect(new Set(keys).size).toBe(1)
})

test('two payments of which the bank says the same are two', async () => {
  const twice = { amountRappen: 100, reference: QRR, bankReference: 'NOTPROVIDED' }
  const { entries } = await read(file({ payments: [twice, twice] }))
  expect(new Set(entries.map(({ key }) => key)).size).toBe(2)
})

test('pieces may end anywhere, inside a letter of two bytes too', async () => {
  const whole = await read(file())
  expect(await read(file(), 1)).toEqual(whole)
  expect(await read(gzipSync(file()), 7)).toEqual(whole)
})

test('prefixed names and another encoding read the same', async () => {
  const latin = file().replace('UTF-8', 'ISO-8859-1')
  const prefixed = file()
    .replace(/<(\/?)(?=[A-Z])/g, '<$1c:')
    .replace('xmlns=', 'xmlns:c=')
  const expected = (await read(file())).entries
  expect((await read(Buffer.from(latin, 'latin1'))).entries).toEqual(expected)
  expect((await read(prefixed)).entries).toEqual(expected)
})

test('a creditor reference counts wherever it was typed', async () => {
  const { entries } = await read(
    file({
      payments: [
        { amountRappen: 100, message: 'RF48 5000 0567 8901 2345' },
        { amountRappen: 100, reference: SCOR },
      ],
    }),
  )
  expect(entries.map(({ reference }) => reference)).toEqual([SCOR, SCOR])
})

test.each([
  ['money that went out', '<CdtDbtInd>CRDT</CdtDbtInd><RvslInd>', '<CdtDbtInd>DBIT</CdtDbtInd><RvslInd>'],
  ['a reversal', '<RvslInd>false', '<RvslInd>true'],
  ['what is only announced', '<Sts>BOOK', '<Sts>PDNG'],
])('%s is no credit', async (_, before, after) => {
  expect((await read(file().replace(before, after))).entries).toEqual([])
})

test.each([
  ['whose number the bank tells', /<TxDtls>.*<\/TxDtls>\n?/g],
  ['of which it tells nothing', /<NtryDtls>[\s\S]*<\/NtryDtls>/g],
])('a sum without its payments, %s, is one entry that says so', async (_, left) => {
  const { entries } = await read(file().replace(left, ''))
  expect(entries).toMatchObject([{ amountRappen: 41_255, isCollective: true, reference: null }])
})

test('the file tells whose account it is about', async () => {
  const { accounts, entries } = await read(file())
  expect(accounts).toEqual(['CH5800791123000889012'])
  expect(entries[0]?.booking).toMatch(/^CH5800791123000889012 /)
})

test('a reference that the bank did not give stands for no booking', async () => {
  const unnamed = file().replace(
    /<AcctSvcrRef>[^<]*<\/AcctSvcrRef>(?=\s*<BkTxCd|\s*<NtryDtls)/g,
    '<AcctSvcrRef>NOTPROVIDED</AcctSvcrRef>',
  )
  expect(unnamed).not.toBe(file())
  expect((await read(unnamed)).entries[0]?.booking).toBeNull()
})

const bomb = `<!DOCTYPE Document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`
test.each([
  ['nothing', '', 'bank_file_broken'],
  ['no XML', 'Datum;Betrag\n1.1.2026;100', 'bank_file_broken'],
  ['broken off', file().slice(0, 900), 'bank_file_broken'],
  ['crossed tags', file().replace('</Ntry>', '</Entry>'), 'bank_file_broken'],
  ['a document type', file().replace('<Document', `${bomb}<Document`), 'bank_file_entities'],
  ['an entity nobody declared', file().replace('MSG1', '&xxe;'), 'bank_file_broken'],
  ['another kind of XML', '<html xmlns="http://www.w3.org/1999/xhtml"/>', 'bank_file_kind'],
  ['a payment order', file().replaceAll('camt.054.001.04', 'pain.001.001.09'), 'bank_file_kind'],
  ['an unknown encoding', file().replace('UTF-8', 'UTF-7'), 'bank_file_encoding'],
  ['wrong bytes', Buffer.from(file(), 'latin1'), 'bank_file_encoding'],
  ['half a packed file', gzipSync(file()).subarray(0, 300), 'bank_file_broken'],
  ['an amount of letters', file().replace('>412.50<', '>NaN<'), 'bank_file_entry'],
  ['a negative amount', file().replace('>412.50<', '>-412.50<'), 'bank_file_entry'],
  ['parts of a rappen', file().replace('>412.50<', '>412.505<'), 'bank_file_entry'],
  ['more than an invoice can be', file().replace('>412.50<', '>1000000000.00<'), 'bank_file_entry'],
  ['no day', file().replaceAll('<Dt>2026-11-20</Dt>', ''), 'bank_file_entry'],
  ['a day that is none', file().replaceAll('<Dt>2026-11-20', '<Dt>2026-13-20'), 'bank_file_entry'],
  ['endless nesting', `${file().slice(0, 140)}${'<a>'.repeat(100)}`, 'bank_file_broken'],
])('%s is refused', async (_, text, code) => {
  expect((await refusalOf(text))?.code).toBe(code)
})

test('two million payments are refused long before they are all read', async () => {
  const [head = '', rest = ''] = file({ collective: false, payments: [{ amountRappen: 100 }] }).split(
    /(?<=<Ccy>CHF<\/Ccy><\/Acct>\n)/,
  )
  const entry = rest.slice(0, rest.indexOf('</Ntry>') + 7)
  let read = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(Buffer.from(read === 0 ? head : entry.repeat(100)))
      if (++read === 20_000) controller.close()
    },
  })
  await expect(readBankFile(body)).rejects.toMatchObject({
    code: 'bank_file_too_many',
    details: { most: MOST_ENTRIES },
  })
  expect(read).toBeLessThan(300)
})

test('a packed file that unpacks without end is refused', async () => {
  const bombed = gzipSync(Buffer.concat([Buffer.from(file().slice(0, 140)), Buffer.alloc(70_000_000, ' ')]))
  expect((await refusalOf(bombed))?.code).toBe('bank_file_too_large')
})
