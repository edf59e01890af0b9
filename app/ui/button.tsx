import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react'

/** `main`: the one thing this page is for. `quiet`: looks like a link. `danger`: something is lost. */
type Look = 'main' | 'plain' | 'quiet' | 'danger'

const classOf = (look: Look) => (look === 'plain' ? 'button' : `button ${look}`)

export function Button({
  look = 'plain',
  ...rest
}: { look?: Look } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="submit" {...rest} className={classOf(look)} />
}

export function LinkButton({
  look = 'plain',
  ...rest
}: { look?: Look } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return <a {...rest} className={classOf(look)} />
}
