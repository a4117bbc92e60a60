/** A CSV text as a download, sent as it comes; the name is ours, never a user's. */
export function csvFile(name: string, text: ReadableStream<Uint8Array>): Response {
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
