const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/** Lines leave this machine only over an encrypted connection, or not at all. */
export function isEndpointAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username, password } = new URL(address)
  if (username !== '' || password !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname))
}

/** What leads are told of the service: its host. Null where the lines stay on this server. */
export function serviceOf({ themesUrl }: { themesUrl?: string }): string | null {
  return themesUrl ? new URL(themesUrl).host : null
}
