import { z } from 'zod'

/** A SHA-256 as people copy it: letters of either size, with blanks or colons between them. */
export const DocumentHash = z
  .string()
  .max(200)
  .transform((text) => text.replace(/[\s:]/g, '').toLowerCase())
  .pipe(z.string().regex(/^[0-9a-f]{64}$/))

/** Longest PDF that is hashed; what we seal is smaller by far. */
export const MAX_PDF_BYTES = 50_000_000
