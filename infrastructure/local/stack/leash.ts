import { fstatSync } from 'node:fs'
import process from 'node:process'

/**
 * Loaded into every part that is a Node process (`node --import`): the supervisor holds the other end
 * of stdin, so its end means that the supervisor was killed outright, and the part ends as well.
 * Workers that a part starts inherit the import, but their stdin is another one, or none: its end means nothing.
 */
const stdin = fstatSync(0)
if (!stdin.isCharacterDevice()) {
  process.env.CRMS_LEASH ??= String(stdin.ino)
  if (process.env.CRMS_LEASH === String(stdin.ino)) {
    process.stdin.on('end', () => process.exit(1)).resume()
    if ('unref' in process.stdin) process.stdin.unref()
  }
}
