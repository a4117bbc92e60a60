/** The outline vans and minibuses share: a tall box with a short, sloping front. */
export const VAN_SHELL =
  'M28 73C25 73 24 71 24 68V19C24 12 27 9 34 9H150C160 9 167 12 173 19L191 41.5C203 44 211 48 213 56C214.5 62 214 68 213 71C212.5 72.5 211 73 209 73H195A16.5 16.5 0 0 0 162 73H81A16.5 16.5 0 0 0 48 73Z'
