import process from 'node:process'

/**
 * Loaded into every part that is a Node process (`node --import`): the supervisor holds the other end
 * of stdin, so its end means that the supervisor was killed outright, and the part ends as well.
 */
process.stdin.on('end', () => process.exit(1)).resume()
if ('unref' in process.stdin) process.stdin.unref()
