import type { ReactNode } from 'react'

export interface Crumb {
  label: string
  href: string
}

interface PageProps {
  title: string
  /** Name of the person who is signed in; without it there is no way out to offer. */
  signedIn?: string
  /** The pages above this one, outermost first. */
  trail?: Crumb[]
  lede?: ReactNode
  /** Buttons and links that belong to the page as a whole. */
  actions?: ReactNode
  /** One column, for a single form. */
  narrow?: boolean
  children: ReactNode
}

export function Page({ title, signedIn, trail = [], lede, actions, narrow = false, children }: PageProps) {
  return (
    <div className={narrow ? 'narrow' : undefined}>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="top">
        <a className="brand" href="/">
          Plumbline
        </a>
        {signedIn && <SignedIn name={signedIn} />}
      </header>
      <main id="main" tabIndex={-1}>
        <Trail crumbs={trail} />
        <div className="heading">
          <div>
            <h1>{title}</h1>
            {lede && <p className="lede">{lede}</p>}
          </div>
          {actions && <div className="buttons">{actions}</div>}
        </div>
        {children}
      </main>
    </div>
  )
}

function SignedIn({ name }: { name: string }) {
  return (
    <form method="post" action="/sign-out" className="who">
      <a href="/account">{name}</a>
      <button type="submit" className="button quiet">
        Sign out
      </button>
    </form>
  )
}

function Trail({ crumbs }: { crumbs: Crumb[] }) {
  if (crumbs.length === 0) return null
  return (
    <nav aria-label="Where you are">
      <ol className="trail">
        {crumbs.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
