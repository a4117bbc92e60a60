import { registerHooks } from 'node:module'

// `server-only` keeps modules out of browsers; here is none.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'server-only'
      ? { url: 'data:text/javascript,', shortCircuit: true }
      : next(specifier, context),
})
