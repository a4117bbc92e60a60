import { toCsvLine } from '@/lib/core/csv'

type Cell = Parameters<typeof toCsvLine>[0][number]

/** A column of a file: its head, and what stands in it for a record. */
export type CsvColumn<Row> = { head: string; cell: (row: Row) => Cell }

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * A file that is sent while its rows are still being read. The first batch is read before anything is sent, so that a
 * refusal can still be one.
 */
export async function csvStream<Row>(
  columns: CsvColumn<Row>[],
  batches: AsyncGenerator<Row[]>,
): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder()
  const lines = (rows: Row[]) => rows.map((row) => toCsvLine(columns.map(({ cell }) => cell(row)))).join('')
  const first = await batches.next()
  const head = BYTE_ORDER_MARK + toCsvLine(columns.map((column) => column.head))
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(head + lines(first.value ?? []))),
    async pull(controller) {
      const next = await batches.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(lines(next.value)))
    },
    cancel: async () => void (await batches.return(undefined)),
  })
}
