import { Globe, type LucideIcon, Mail, MessageCircle, Smartphone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Channel } from '@/lib/messages/conversation'

const icons: Record<Channel, LucideIcon> = {
  portal: Globe,
  email: Mail,
  sms: Smartphone,
  whatsapp: MessageCircle,
}

/** On which way a message went: a sign, and its word for who cannot see it. */
export function ChannelSign({ channel }: { channel: Channel }) {
  const t = useTranslations('messages.channels')
  const Icon = icons[channel]
  return (
    <span className="inline-flex items-center" title={t(channel)}>
      <Icon aria-hidden="true" className="size-3.5" />
      <span className="sr-only">{t(channel)}</span>
    </span>
  )
}
