import type { BankFileOutcome } from '@/lib/money/bank/commands'

/** A file that went to the server, with what it brought or why it was refused. */
export type SentFile = { id: string; name: string } & ({ outcome: BankFileOutcome } | { failure: string })

/** Sends a file gzipped: statements shrink to a twentieth, and what stands between us and the server takes no large bodies. */
export async function sendBankFile(file: File, notReached: string): Promise<SentFile> {
  const sent = { id: crypto.randomUUID(), name: file.name }
  try {
    const packed = await new Response(file.stream().pipeThrough(new CompressionStream('gzip'))).blob()
    const response = await fetch(`/api/bank-imports?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      body: packed,
    })
    const answer = (await response.json()) as { data?: BankFileOutcome; error?: { message: string } }
    return answer.data
      ? { ...sent, outcome: answer.data }
      : { ...sent, failure: answer.error?.message ?? notReached }
  } catch {
    return { ...sent, failure: notReached }
  }
}
