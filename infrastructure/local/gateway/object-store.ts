import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { App } from '@supabase/lite'

type StorageAdapter = NonNullable<App['_storageAdapter']>

/**
 * Keeps uploaded objects as plain files, named by the hash of their key: keys may hold anything
 * (`..`, slashes, long names), file names may not.
 */
export function fileObjectStore(folder: string): StorageAdapter {
  const fileOf = (bucket: string, key: string) =>
    path.join(folder, createHash('sha256').update(`${bucket}/${key}`).digest('hex'))

  const metadataOf = async (file: string) => {
    const { size, mtime } = await stat(file)
    return {
      cacheControl: 'no-cache',
      contentLength: size,
      size,
      mimetype: (await readFile(`${file}.type`, 'utf8').catch(() => '')) || 'application/octet-stream',
      lastModified: mtime,
      eTag: `"${createHash('md5').update(`${file}:${mtime.getTime()}`).digest('hex')}"`,
    }
  }

  return {
    driver: undefined,
    async getObject(bucket, key) {
      const file = fileOf(bucket, key)
      return { httpStatusCode: 200, metadata: await metadataOf(file), body: await readFile(file) }
    },
    async uploadObject(bucket, key, _version, body, contentType, cacheControl) {
      const file = fileOf(bucket, key)
      await mkdir(folder, { recursive: true })
      await writeFile(file, body instanceof Uint8Array ? body : await collect(body))
      await writeFile(`${file}.type`, contentType)
      return { ...(await metadataOf(file)), cacheControl }
    },
    async deleteObject(bucket, key) {
      for (const file of [fileOf(bucket, key), `${fileOf(bucket, key)}.type`]) await rm(file, { force: true })
    },
    async deleteObjects(bucket, keys) {
      for (const key of keys) await this.deleteObject(bucket, key, undefined)
    },
    async copyObject(bucket, key, _version, toBucket, toKey) {
      const [from, to] = [fileOf(bucket, key), fileOf(toBucket, toKey)]
      await copyFile(from, to)
      await copyFile(`${from}.type`, `${to}.type`)
      const { eTag, lastModified } = await metadataOf(to)
      return { httpStatusCode: 200, eTag, lastModified }
    },
    headObject: (bucket, key) => metadataOf(fileOf(bucket, key)),
    privateAssetUrl: async (bucket, key) => `file://${fileOf(bucket, key)}`,
  }
}

async function collect(stream: AsyncIterable<Uint8Array> | ReadableStream): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of stream as AsyncIterable<Uint8Array>) parts.push(part)
  return Buffer.concat(parts)
}
