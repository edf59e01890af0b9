import { Button } from '#app/ui/button.tsx'
import type { FieldErrors } from '#app/ui/error-summary.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'
import type { ConsultantRole } from './consultant.ts'
import { PersonChanges } from './person-changes.tsx'
import { ROLE_OPTIONS, ROLE_WORDS } from './role-words.ts'

export interface Person {
  id: string
  name: string
  email: string
  role: ConsultantRole
  endedOn: string | null
  secondFactor: boolean
}

interface PeopleListProps {
  accounts: readonly Person[]
  invitations: readonly { email: string; role: ConsultantRole }[]
  /** Whether everybody needs a second factor. */
  factorDemanded: boolean
  /** Who is looking. */
  ownId: string
  typed: { email: string; role: string; proof: string }
  errors: FieldErrors
  /** A link that was made a moment ago, shown this once, with what it is good for. */
  made: { link: string; words: string } | null
}

/** Everybody in the workspace, what they may do, and who takes over when somebody leaves. */
export function PeopleList({
  accounts,
  invitations,
  factorDemanded,
  ownId,
  typed,
  errors,
  made,
}: PeopleListProps) {
  return (
    <div className="stack-wide">
      {made && (
        <Notice tone="good" title="The link is ready">
          <p>{made.words}</p>
          <p>
            <code>{made.link}</code>
          </p>
        </Notice>
      )}
      <Table
        caption="Accounts"
        captionUnseen
        columns={[
          { label: 'Name' },
          { label: 'E-mail address' },
          { label: 'Role' },
          { label: 'Second factor' },
          { label: 'Change' },
        ]}
        rows={accounts.map((account) => ({
          key: account.id,
          cells: [
            account.name,
            account.email,
            account.endedOn ? `ended on ${account.endedOn}` : ROLE_WORDS[account.role],
            account.endedOn ? '' : account.secondFactor ? 'in use' : 'none',
            account.endedOn || account.id === ownId ? (
              ''
            ) : (
              <PersonChanges
                key="changes"
                account={account}
                others={accounts}
                errors={errors}
                proof={typed.proof}
              />
            ),
          ],
        }))}
      />
      {invitations.length > 0 && <Waiting invitations={invitations} />}
      <form method="post" className="form">
        <h2>Invite somebody</h2>
        <Field
          name="email"
          label="E-mail address"
          type="email"
          defaultValue={typed.email}
          error={errors.email}
          required
        />
        <Select
          name="role"
          label="Role"
          options={ROLE_OPTIONS}
          defaultValue={typed.role || 'consultant'}
          error={errors.role}
        />
        <Button name="intent" value="invite" look="main">
          Make a link
        </Button>
      </form>
      <FactorDemand demanded={factorDemanded} />
    </div>
  )
}

function FactorDemand({ demanded }: { demanded: boolean }) {
  return (
    <form method="post" className="form">
      <h2>Second factor</h2>
      <p>
        {demanded
          ? 'Everybody needs one. Who has none is led to its set-up and reaches nothing else before.'
          : 'Each person decides. Ask it of everybody, and who has none is led to its set-up and reaches nothing else before.'}
      </p>
      <Button name="intent" value={demanded ? 'leave-factor' : 'demand-factor'}>
        {demanded ? 'Leave it to each person' : 'Ask it of everybody'}
      </Button>
    </form>
  )
}

function Waiting({ invitations }: Pick<PeopleListProps, 'invitations'>) {
  return (
    <section className="stack">
      <h2>Invited and not here yet</h2>
      <ul className="rows">
        {invitations.map(({ email, role }) => (
          <li key={email}>
            <span>{`${email} · ${ROLE_WORDS[role]}`}</span>
            <form method="post">
              <input type="hidden" name="email" value={email} />
              <Button look="quiet" name="intent" value="withdraw">
                {`Withdraw the invitation of ${email}`}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
