/**
 * Scripts and styles go out as Brotli, a seventh smaller than what `next start` makes with gzip: the build puts a
 * `.br` file beside each, and a browser that accepts it is given that one. Nothing is compressed while serving.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'

const compress = promisify(brotliCompress)

const contentTypes = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' }
const extensions = Object.keys(contentTypes)
const acceptsBrotli = [{ type: 'header', key: 'accept-encoding', value: '.*\\bbr\\b.*' }]
const filesOf = (extension) => `/_next/static/:file(.*\\.${extension})`

/** For `compiler.runAfterProductionCompile`. */
export async function compressStaticFiles({ distDir }) {
  const folder = path.join(distDir, 'static')
  const names = await readdir(folder, { recursive: true })
  const files = names.filter((name) => extensions.includes(path.extname(name).slice(1)))
  await Promise.all(
    files.map(async (name) => {
      const file = path.join(folder, name)
      await writeFile(`${file}.br`, await compress(await readFile(file)))
    }),
  )
}

/** For `rewrites().beforeFiles`. */
export const brotliRewrites = extensions.map((extension) => ({
  source: filesOf(extension),
  has: acceptsBrotli,
  destination: '/_next/static/:file.br',
}))

/** For `headers()`. */
export const brotliHeaders = extensions.map((extension) => ({
  source: filesOf(extension),
  has: acceptsBrotli,
  headers: [
    { key: 'Content-Encoding', value: 'br' },
    { key: 'Content-Type', value: contentTypes[extension] },
    { key: 'Vary', value: 'Accept-Encoding' },
  ],
}))
