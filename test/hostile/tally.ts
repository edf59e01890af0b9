import type { HostileItem } from './corpus.ts'

type Verdict = 'passed' | 'failed' | 'not applicable' | 'not known'

interface Judgement {
  code: string
  ok: boolean
  detail: string
}

/** Gathers what was judged of each item, and adds it up. */
export class Tally {
  readonly #judged = new Map<string, Judgement[]>()
  readonly #waived = new Map<string, Map<string, string>>()
  readonly #unknown = new Map<string, string>()
  /** Checks that belong to no item of the corpus, such as the limits. */
  readonly #others: Judgement[] = []
  #checks = 0

  /** One check of one expectation. `detail` says what was seen, for the case that it is wrong. */
  judge(item: HostileItem, code: string, ok: boolean, detail: string): void {
    this.#checks += 1
    const list = this.#judged.get(item.id) ?? []
    // Said at once as well: whoever waits, or stops waiting, knows by then.
    if (!ok && list.every((one) => one.ok)) console.log(`  ${item.id} ${code}: ${detail}`)
    list.push({ code, ok, detail })
    this.#judged.set(item.id, list)
  }

  /** An expectation that cannot be looked at for this item, and why. */
  waive(item: HostileItem, code: string, why: string): void {
    const waived = this.#waived.get(item.id) ?? new Map<string, string>()
    this.#waived.set(item.id, waived.set(code, why))
  }

  notKnown(item: HostileItem, why: string): void {
    this.#unknown.set(item.id, why)
  }

  other(what: string, ok: boolean, detail: string): void {
    this.#checks += 1
    console.log(`  ${what}: ${ok ? 'passed' : 'FAILED'}, ${detail}`)
    this.#others.push({ code: what, ok, detail })
  }

  /** Prints the figures and gives the number of failures. */
  print(items: readonly HostileItem[]): number {
    const verdicts = items.map((item) => ({ item, ...this.#verdict(item) }))
    for (const { item, verdict, why } of verdicts)
      if (verdict !== 'passed') console.log(`${verdict.toUpperCase()} ${item.id} (${item.kind}): ${why}`)
    console.log('\nBy class: passed, failed, not applicable, not known')
    for (const kind of new Set(items.map((item) => item.kind))) {
      const of = (verdict: Verdict) =>
        verdicts.filter((one) => one.item.kind === kind && one.verdict === verdict).length
      const counts = [of('passed'), of('failed'), of('not applicable'), of('not known')]
      console.log(`  ${kind.padEnd(26)} ${counts.map((count) => String(count).padStart(4)).join(' ')}`)
    }
    console.log('\nLimits and other checks')
    for (const { code, ok, detail } of this.#others)
      console.log(`  ${ok ? 'passed' : 'FAILED'}  ${code}: ${detail}`)
    const count = (verdict: Verdict) => verdicts.filter((one) => one.verdict === verdict).length
    const otherFaults = this.#others.filter(({ ok }) => !ok).length
    const passed = count('passed') + this.#others.length - otherFaults
    const failed = count('failed') + count('not known') + otherFaults
    console.log(
      `\n${this.#checks} checks; ${count('passed')} of ${items.length} items and ${this.#others.length - otherFaults} of ${this.#others.length} other checks passed`,
    )
    console.log(
      `${count('not applicable')} not applicable; ${count('not known')} not known, counted as failed`,
    )
    console.log(`${passed} passed, ${failed} failed`)
    return failed
  }

  #verdict(item: HostileItem): { verdict: Verdict; why: string } {
    const unknown = this.#unknown.get(item.id)
    if (unknown) return { verdict: 'not known', why: unknown }
    const judged = this.#judged.get(item.id) ?? []
    const wrong = judged.filter(({ ok }) => !ok)
    if (wrong.length > 0) {
      const words = wrong.slice(0, 4).map(({ code, detail }) => `${code}: ${detail}`)
      return { verdict: 'failed', why: `${words.join(' | ')}${wrong.length > 4 ? ' …' : ''}` }
    }
    const waived = this.#waived.get(item.id)
    const unseen = item.expect.filter((code) => !judged.some((one) => one.code === code))
    const unexplained = unseen.filter((code) => !waived?.has(code))
    if (unexplained.length > 0)
      return { verdict: 'failed', why: `nothing was judged of ${unexplained.join(', ')}` }
    if (unseen.length === item.expect.length)
      return { verdict: 'not applicable', why: [...(waived?.values() ?? [])].join(' ') }
    return { verdict: 'passed', why: '' }
  }
}
