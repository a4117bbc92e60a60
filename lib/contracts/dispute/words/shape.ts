import type { ContractHandover } from '@/lib/contracts/documents/contract-facts'

/** What a dispute pack says beside the words of the contract. */
export type DisputeWords = {
  title: string
  about: (contract: string) => string
  madeOn: (at: string, by: string) => string
  money: string
  invoice: (number: string) => string
  paid: string
  open: string
  payments: string
  paymentColumns: { at: string; method: string; status: string; reference: string; amount: string }
  methods: Record<string, string>
  statuses: Record<string, string>
  handovers: Record<ContractHandover['kind'], string>
  completed: string
  consent: (version: number) => string
  device: string
  photoPairs: string
  before: string
  after: string
  noPhoto: string
  marks: string
  markColumns: { found: string; charge: string }
  noMarks: string
  messages: string
  noMessages: string
  attached: string
  channels: Record<string, string>
  sent: string
  received: string
  chain: string
  chainWhole: (entries: number) => string
  chainBroken: (faults: number) => string
  chainHow: string
  chainColumns: { kind: string; device: string; recorded: string; hashes: string }
  kinds: Record<string, string>
  faults: Record<string, string>
  documents: string
  documentKinds: Record<string, string>
}
