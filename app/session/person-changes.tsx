import { Button } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import type { FieldErrors } from '#app/ui/error-summary.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import type { Person } from './people-list.tsx'
import { ROLE_OPTIONS } from './role-words.ts'

interface PersonChangesProps {
  account: Person
  others: readonly Person[]
  errors: FieldErrors
  /** What was chosen in a form that was refused. */
  proof: string
}

/** What an owner can do about somebody's account. Names of fields end with whose it is: they stand on one page. */
export function PersonChanges({ account, others, errors, proof }: PersonChangesProps) {
  const { id, name } = account
  const successors = others.filter((other) => other.id !== id && !other.endedOn && other.role !== 'viewer')
  return (
    <span className="stack">
      <form method="post" className="inline">
        <input type="hidden" name="id" value={id} />
        <Select
          name={`role.${id}`}
          label={`Role of ${name}`}
          options={ROLE_OPTIONS}
          defaultValue={account.role}
        />
        <Button look="quiet" name="intent" value="role">
          {`Change the role of ${name}`}
        </Button>
      </form>
      <Confirm
        ask="Make a link for a new password"
        act={`Make a link for ${name}`}
        intent="reset-link"
        fields={{ id }}
        quiet
      >
        <p>{`For a forgotten password. With the link ${name} chooses a new one; it works once, for half an hour. Their second factor is asked for as before.`}</p>
        <OwnerFields of={`link.${id}`} name={name} errors={errors} proof={proof} />
      </Confirm>
      {account.secondFactor && (
        <Confirm
          ask="Take the second factor away"
          act={`Take the second factor of ${name} away`}
          intent="reset-factor"
          fields={{ id }}
          quiet
        >
          <p>{`For a lost phone. Until another is set up, the password alone opens the account of ${name}.`}</p>
          <OwnerFields of={`factor.${id}`} name={name} errors={errors} proof={proof} />
        </Confirm>
      )}
      <Confirm
        ask="End all sessions"
        act={`Sign ${name} out everywhere`}
        intent="end-sessions"
        fields={{ id }}
        quiet
      >
        <p>{`${name} is signed out everywhere at once and can sign in again. What they are typing at that moment is lost.`}</p>
      </Confirm>
      <Confirm
        ask="End the account"
        act={`End the account of ${name}`}
        intent="end"
        fields={{ id }}
        look="danger"
        quiet
      >
        <p>{`${name} is signed out everywhere at once and cannot sign in again. Links to the reports of their engagements end too: make new ones for the sponsors who need them. Engagements pass to the person below, who may then read what leads answered.`}</p>
        <Select
          name={`successorId.${id}`}
          label="Who takes over"
          options={successors.map((other) => ({ value: other.id, label: other.name }))}
        />
      </Confirm>
    </span>
  )
}

const PROOF_OPTIONS = [
  { value: '', label: 'Choose' },
  { value: 'met', label: 'We met face to face' },
  { value: 'called', label: 'I called a number that I know' },
  { value: 'video', label: 'I saw them on a video call' },
]

type OwnerFieldsProps = { of: string; name: string } & Pick<PersonChangesProps, 'errors' | 'proof'>

/** Mails and chats can be anybody’s: an owner says how they know, as when they let the person in. */
function OwnerFields({ of, name, errors, proof }: OwnerFieldsProps) {
  return (
    <>
      <Select
        name={`proof.${of}`}
        label={`How do you know that it is ${name} who asks?`}
        options={PROOF_OPTIONS}
        defaultValue={errors[`password.${of}`] ? proof : ''}
        error={errors[`proof.${of}`]}
        required
      />
      <Field
        name={`password.${of}`}
        label="Your own password"
        type="password"
        autoComplete="current-password"
        maxLength={128}
        error={errors[`password.${of}`]}
        required
      />
    </>
  )
}
