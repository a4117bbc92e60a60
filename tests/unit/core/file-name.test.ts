import { expect, test } from 'vitest'
import { fileName } from '@/lib/core/file-name'

test.each([
  ['Foto\r\nBcc: x\u202egpj.exe', undefined, 'Foto Bcc x gpj.exe'],
  ['C:\\Bilder\\..\\Schaden "links".PNG', 'jpg', 'Schaden links.jpg'],
  ['../../etc/passwd', undefined, 'passwd'],
  ['Rechnung.pdf.exe', 'pdf', 'Rechnung.pdf.pdf'],
  ['سيارة.pdf', undefined, 'سيارة.pdf'],
  [`${'🚗'.repeat(80)}.pdf`, undefined, `${'🚗'.repeat(60)}.pdf`],
  [null, 'pdf', null],
  [' \t', undefined, null],
  ['.pdf', 'pdf', null],
])('a file’s name is one line without a path that ends as what it is (%#)', (given, extension, shown) =>
  expect(fileName(given, extension)).toBe(shown),
)
