import { Button } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import type { FieldErrors } from '#app/ui/error-summary.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'
import type { ConsultantRole } from './consultant.ts'

export const ROLE_WORDS: Record<ConsultantRole, string> = {
  owner: 'Owner: runs the workspace',
  consultant: 'Consultant: runs engagements',
  viewer: 'Viewer: reads the state and the report',
}

const ROLE_OPTIONS = (['consultant', 'viewer', 'owner'] as const).map((value) => ({
  value,
  label: ROLE_WORDS[value],
}))

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
  typed: { email: string; role: string }
  errors: FieldErrors
  /** A link that was made a moment ago, shown this once. */
  link: string | null
}

/** Everybody in the workspace, what they may do, and who takes over when somebody leaves. */
export function PeopleList({
  accounts,
  invitations,
  factorDemanded,
  ownId,
  typed,
  errors,
  link,
}: PeopleListProps) {
  return (
    <div className="stack-wide">
      {link && (
        <Notice tone="good" title="The link is ready">
          <p>Pass it on yourself. It works once, for seven days, and is not shown again.</p>
          <p>
            <code>{link}</code>
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
              <Changes key="changes" account={account} others={accounts} />
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

function Changes({ account, others }: { account: Person; others: readonly Person[] }) {
  const successors = others.filter(
    ({ id, endedOn, role }) => id !== account.id && !endedOn && role !== 'viewer',
  )
  return (
    <span className="stack">
      <form method="post" className="inline">
        <input type="hidden" name="id" value={account.id} />
        <Select
          name="role"
          label={`Role of ${account.name}`}
          options={ROLE_OPTIONS}
          defaultValue={account.role}
        />
        <Button look="quiet" name="intent" value="role">
          {`Change the role of ${account.name}`}
        </Button>
      </form>
      {account.secondFactor && <FactorReset account={account} />}
      <Confirm
        ask="End the account"
        act={`End the account of ${account.name}`}
        intent="end"
        fields={{ id: account.id }}
        look="danger"
        quiet
      >
        <p>{`${account.name} is signed out everywhere at once and cannot sign in again. Links to the reports of their engagements end too: make new ones for the sponsors who need them. Engagements pass to the person below, who may then read what leads answered.`}</p>
        <Select
          name="successorId"
          label="Who takes over"
          options={successors.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Confirm>
    </span>
  )
}

function FactorReset({ account }: { account: Person }) {
  return (
    <Confirm
      ask="Take the second factor away"
      act={`Take the second factor of ${account.name} away`}
      intent="reset-factor"
      fields={{ id: account.id }}
      quiet
    >
      <p>{`For a lost phone. Make sure that it is ${account.name} who asks you: until another is set up, the password alone opens the account.`}</p>
    </Confirm>
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
