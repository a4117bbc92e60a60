import { createHash } from 'node:crypto'
import { AppError } from '@/lib/core/errors'
import { type BankFile, CamtReader } from '@/lib/money/bank/read-camt'

/** Unpacked; twenty thousand payments with everything a bank says of them are about half of it. */
export const MOST_BYTES = 60_000_000

/**
 * Reads a bank's file as it arrives, plain or gzipped, and stops where it goes wrong.
 * @throws AppError `bank_file_too_large` · `bank_file_encoding` and what CamtReader throws
 */
export async function readBankFile(
  body: ReadableStream<Uint8Array> | null,
): Promise<BankFile & { sha256: string }> {
  const hash = createHash('sha256')
  const reader = new CamtReader()
  let decoder: TextDecoder | undefined
  let size = 0
  try {
    for await (const piece of unpacked(body)) {
      size += piece.byteLength
      if (size > MOST_BYTES)
        throw new AppError('bank_file_too_large', { details: { megabytes: MOST_BYTES / 1_000_000 } })
      hash.update(piece)
      decoder ??= decoderFor(piece)
      reader.read(decoder.decode(piece, { stream: true }))
    }
    reader.read(decoder?.decode() ?? '')
  } catch (error) {
    throw asRefusal(error)
  }
  return { ...reader.end(), sha256: hash.digest('hex') }
}

/** What the file says of itself counts; UTF-8 unless it says otherwise. */
function decoderFor(first: Uint8Array): TextDecoder {
  const head = new TextDecoder('latin1').decode(first.subarray(0, 200))
  const named = /^[^<]*<\?xml[^>]*encoding=["']([\w-]{1,20})["']/.exec(head)?.[1] ?? 'utf-8'
  if (!/^(utf-?8|iso-8859-(1|15)|windows-1252)$/i.test(named)) throw new AppError('bank_file_encoding')
  return new TextDecoder(named, { fatal: true })
}

/** The pieces of the body, unpacked where its first two bytes say that it is gzipped. */
async function* unpacked(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader()
  const first = await reader?.read()
  if (!reader || !first?.value) return
  const start = first.value as Uint8Array<ArrayBuffer>
  const [one, two] = start
  const whole = new ReadableStream<BufferSource>({
    start: (controller) => controller.enqueue(start),
    async pull(controller) {
      const { value } = await reader.read()
      if (value) controller.enqueue(value as Uint8Array<ArrayBuffer>)
      else controller.close()
    },
    cancel: () => reader.cancel(),
  })
  const isGzip = one === 0x1f && two === 0x8b
  yield* (isGzip ? whole.pipeThrough(new DecompressionStream('gzip')) : whole) as ReadableStream<Uint8Array>
}

/** Wrong bytes for an encoding and packing that breaks off are the file's fault, not ours. */
function asRefusal(error: unknown): unknown {
  if (error instanceof AppError) return error
  if (error instanceof TypeError) {
    const isPacking = 'code' in error && String(error.code).startsWith('Z_')
    return new AppError(isPacking ? 'bank_file_broken' : 'bank_file_encoding', {
      details: { line: 1 },
      cause: error,
    })
  }
  return error
}
