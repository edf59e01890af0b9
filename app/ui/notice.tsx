import type { ReactNode } from 'react'

interface NoticeProps {
  /** `heed`: think about this first. `good`: it worked. */
  tone?: 'plain' | 'heed' | 'good'
  title?: string
  children: ReactNode
}

export function Notice({ tone = 'plain', title, children }: NoticeProps) {
  return (
    <div
      className={tone === 'plain' ? 'notice' : `notice ${tone}`}
      role={tone === 'good' ? 'status' : undefined}
    >
      {title && <p className="label">{title}</p>}
      {children}
    </div>
  )
}
