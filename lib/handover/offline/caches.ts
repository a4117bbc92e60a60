/** What the service worker keeps: the page with its owner's name in it, what it is made of, and pictures of vehicles. */
export const SHELL_CACHE = 'handover-shell'
export const FILES_CACHE = 'handover-files'
export const PICTURES_CACHE = 'handover-pictures'

/** What must not outlive a log-in. */
export const PERSONAL_CACHES = [SHELL_CACHE, PICTURES_CACHE]
