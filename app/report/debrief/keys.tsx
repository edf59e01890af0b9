interface KeysProps {
  findings: number
  mayWrite: boolean
}

/** The bar at the foot and the list of keys; both are for the script, and hidden without it. */
export function Keys({ findings, mayWrite }: KeysProps) {
  return (
    <>
      <footer className="steps-bar" data-bar hidden>
        <button type="button" className="button" data-go="back">
          Back
        </button>
        <p className="steps-where" data-where role="status" />
        {mayWrite && <p className="steps-state" data-saved role="status" />}
        <button type="button" className="button" data-go="help">
          Keys
        </button>
        <button type="button" className="button main" data-go="next">
          Next
        </button>
      </footer>
      <dialog className="keys" id="keys" aria-labelledby="keys-title">
        <h2 id="keys-title">Keys</h2>
        <dl>
          <Key keys="→ or Space" does="on" />
          <Key keys="← or Shift and Space" does="back" />
          <Key keys="Home, End" does="to the start, to what was decided" />
          <Key keys="Tab, then Esc" does="into the fields, and out of them" />
          {mayWrite && <Key keys="Ctrl and Enter" does="take the decision down" />}
          <Key keys="0" does="to the answer" />
          {findings > 0 && (
            <Key keys={findings === 1 ? '1' : `1 to ${Math.min(findings, 9)}`} does="to a finding" />
          )}
          <Key keys="F" does="full screen, and back" />
          <Key keys="?" does="this list; Esc closes it" />
        </dl>
        <p>
          <label className="keys-off">
            <input type="checkbox" data-letters defaultChecked /> Digits, F and ? work as keys
          </label>
        </p>
        <p>
          This page needs no network once it is open. What you take down without one waits here and is sent as
          soon as it is back; until then do not close the page.
        </p>
        <button type="button" className="button main" data-go="close-help">
          Close
        </button>
      </dialog>
    </>
  )
}

function Key({ keys, does }: { keys: string; does: string }) {
  return (
    <div>
      <dt>{keys}</dt>
      <dd>{does}</dd>
    </div>
  )
}
