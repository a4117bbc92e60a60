/** One payment as a bank tells it. */
export interface CamtPayment {
  amountRappen: number
  reference?: string | null
  debtorName?: string
  debtorIban?: string
  message?: string
  /** The bank's reference; made from the place in the file where none is given. */
  bankReference?: string
}

export interface CamtFile {
  kind: '053' | '054'
  version: '02' | '04' | '08'
  iban: string
  currency: string
  /** Day of booking, such as 2026-11-28. */
  bookedOn: string
  /** Tells files of a day apart; a bank never gives the same one twice. */
  messageId: string
  payments: CamtPayment[]
  /** All payments in one booking, as a bank does for a QR-IBAN, or each on its own. */
  collective?: boolean
}

const inXml = (text: string) => text.replace(/[<>&'"]/g, (sign) => `&#${sign.codePointAt(0)};`)
const francs = (rappen: number) => `${Math.floor(rappen / 100)}.${String(rappen % 100).padStart(2, '0')}`

/** An account statement (camt.053) or a credit notification (camt.054) as Swiss banks write them. */
export function writeCamt(file: CamtFile): string {
  const { kind, version, iban, currency, messageId, payments, collective = true } = file
  const [message, report] = kind === '053' ? ['BkToCstmrStmt', 'Stmt'] : ['BkToCstmrDbtCdtNtfctn', 'Ntfctn']
  const bookings = collective ? [payments] : payments.map((payment) => [payment])
  const entries = bookings.map((group, place) => booking(file, group, collective ? 0 : place)).join('\n')
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${kind}.001.${version}">
<${message}><GrpHdr><MsgId>${inXml(messageId)}</MsgId><CreDtTm>${file.bookedOn}T18:00:00</CreDtTm></GrpHdr>
<${report}><Id>${inXml(messageId)}</Id><CreDtTm>${file.bookedOn}T18:00:00</CreDtTm><Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>${currency}</Ccy></Acct>
${entries}
</${report}></${message}>
</Document>
`
}

function booking(
  { currency, bookedOn, version, messageId }: CamtFile,
  payments: CamtPayment[],
  place: number,
) {
  const total = payments.reduce((sum, { amountRappen }) => sum + amountRappen, 0)
  const status = version === '08' ? '<Sts><Cd>BOOK</Cd></Sts>' : '<Sts>BOOK</Sts>'
  const details = payments.map((payment, index) =>
    detail(payment, { currency, version, own: `${messageId}-${place + index}` }),
  )
  return `<Ntry><Amt Ccy="${currency}">${francs(total)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><RvslInd>false</RvslInd>${status}
<BookgDt><Dt>${bookedOn}</Dt></BookgDt><ValDt><Dt>${bookedOn}</Dt></ValDt><AcctSvcrRef>${inXml(messageId)}/${place}</AcctSvcrRef>
<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>VCOM</SubFmlyCd></Fmly></Domn></BkTxCd>
<NtryDtls><Btch><NbOfTxs>${payments.length}</NbOfTxs></Btch>
${details.join('\n')}
</NtryDtls></Ntry>`
}

function detail(
  payment: CamtPayment,
  { currency, version, own }: { currency: string; version: string; own: string },
) {
  const {
    amountRappen,
    reference,
    debtorName = 'Zahler Beispiel',
    debtorIban,
    message,
    bankReference = own,
  } = payment
  const name = `<Nm>${inXml(debtorName)}</Nm>`
  const amount = `<Amt Ccy="${currency}">${francs(amountRappen)}</Amt>`
  return [
    `<TxDtls><Refs><AcctSvcrRef>${inXml(bankReference)}</AcctSvcrRef><EndToEndId>NOTPROVIDED</EndToEndId></Refs>`,
    version === '02'
      ? `<AmtDtls><TxAmt>${amount}</TxAmt></AmtDtls><CdtDbtInd>CRDT</CdtDbtInd>`
      : `${amount}<CdtDbtInd>CRDT</CdtDbtInd>`,
    `<RltdPties><Dbtr>${version === '08' ? `<Pty>${name}</Pty>` : name}</Dbtr>`,
    debtorIban && `<DbtrAcct><Id><IBAN>${debtorIban}</IBAN></Id></DbtrAcct>`,
    '</RltdPties><RmtInf>',
    message && `<Ustrd>${inXml(message)}</Ustrd>`,
    reference &&
      `<Strd><CdtrRefInf><Tp><CdOrPrtry>${reference.startsWith('RF') ? '<Cd>SCOR</Cd>' : '<Prtry>QRR</Prtry>'}</CdOrPrtry></Tp><Ref>${reference}</Ref></CdtrRefInf></Strd>`,
    '</RmtInf></TxDtls>',
  ]
    .filter(Boolean)
    .join('')
}
