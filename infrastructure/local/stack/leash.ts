import { fstatSync } from 'node:fs'
import process from 'node:process'

/**
 * Loaded into every part that is a Node process (`node --import`): the supervisor holds the other end
 * of stdin, so its end means that the supervisor was killed outright, and the part ends as well.
 * Workers that a part starts inherit the import, but nobody holds their stdin: it is empty from the beginning.
 */
if (!fstatSync(0).isCharacterDevice()) {
  process.stdin.on('end', () => process.exit(1)).resume()
  if ('unref' in process.stdin) process.stdin.unref()
}
