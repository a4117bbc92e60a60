import { launch } from './bootstrap.mjs'

await launch('screens')
