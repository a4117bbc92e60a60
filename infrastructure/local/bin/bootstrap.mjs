/**
 * First step of every command: plain JavaScript without dependencies, because it runs on whatever
 * Node (≥ 20) the machine has, before anything is installed. It installs the packages when they are
 * missing or differ from package-lock.json, then runs the command on the project's own Node 24.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const root = path.resolve(fileURLToPath(new URL('../../..', import.meta.url)))
const projectNode = path.join(root, 'node_modules/.bin/node')

/** Somebody asked this command to end, so that a program that ends did not fail. */
let wasStopped = false

/**
 * The versions of package-lock.json, without changing it. Not `npm ci`, which refuses a lock file that
 * lacks the optional packages of other platforms, as one written behind a partial mirror does.
 */
const install = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']

/** Runs `infrastructure/local/commands/<name>.ts` and ends this process with its exit code. */
export async function launch(name) {
  if (Number(process.versions.node.split('.')[0]) < 20)
    fail('Node 20 or newer is needed; this is', process.version)
  if (!isInstalled()) {
    console.log('Installing packages, which takes a minute or two …')
    const code = await run('npm', install)
    if (wasStopped) process.exit(code || 130)
    if (code !== 0)
      fail('npm install failed. Check the network or the npm registry setting, then run the command again.')
    if (!existsSync(projectNode))
      fail('npm install left no Node 24 behind. Are install scripts switched off (ignore-scripts)?')
  }
  const command = path.join(root, 'infrastructure/local/commands', `${name}.ts`)
  process.exit(await run(projectNode, [command, ...process.argv.slice(2)]))
}

/**
 * npm keeps a record of what it installed and writes it last, so comparing it with the lock file
 * notices an interrupted installation as well as a changed lock file.
 */
function isInstalled() {
  try {
    const wanted = packagesIn('package-lock.json')
    const installed = packagesIn('node_modules/.package-lock.json')
    if (!existsSync(projectNode)) return false
    return Object.entries(wanted).every(([where, { version, optional }]) => {
      if (where === '' || (optional && !installed[where])) return true
      return installed[where]?.version === version
    })
  } catch {
    return false
  }
}

function packagesIn(file) {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages
}

/** Passes signals on and waits: the command itself decides how to stop. */
function run(executable, parameters) {
  return new Promise((resolve) => {
    const child = spawn(executable, parameters, {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    })
    const forward = (signal) => {
      wasStopped = true
      child.kill(signal)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward)
    whenOrphaned(() => forward('SIGTERM'))
    child.on('error', (error) => fail(`Could not run ${executable}: ${error.message}`))
    child.on('exit', (code, signal) => {
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(name, forward)
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143))
    })
  })
}

/**
 * npm passes a signal to its shell, which ends by it and tells nobody. Started by hand, without npm, a command
 * may well outlive the terminal it was started in.
 */
function whenOrphaned(act) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    act()
  }, 500)
  timer.unref()
}

function fail(...words) {
  console.error(words.join(' '))
  process.exit(1)
}
