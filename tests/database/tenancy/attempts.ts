import type { JSONValue } from 'postgres'
import type { Sql } from '../support/database.ts'
import type { Actor } from './actors.ts'

/** One thing somebody tries, and what came of it: the rows it reached, or the refusal. */
export interface Attempt {
  actor: Actor
  statement: string
  describes: string
}
export interface Outcome extends Attempt {
  rows: number
  /** SQLSTATE and message when it was refused. */
  refused?: string
  value: JSONValue
}

/**
 * Tries everything, each as its actor and each undone at once, in one round trip. Runs inside the caller's transaction,
 * so that a planted hole is attacked before anybody else could see it.
 */
export async function tryAll(sql: Sql, attempts: Attempt[]): Promise<Outcome[]> {
  await sql.unsafe(attemptFunction)
  const asked = attempts.map(({ actor, statement }) => ({
    role: actor.role,
    claims: JSON.stringify(actor.claims),
    statement,
  }))
  const [row] = await sql`
    select jsonb_agg(pg_temp.attempt(a.role, a.claims, a.statement) order by place) as outcomes
    from rows from (jsonb_to_recordset(${sql.json(asked)}) as (role text, claims text, statement text)) with ordinality as a (role, claims, statement, place)`
  const outcomes = (row?.outcomes ?? []) as { rows: number; refused?: string; value: JSONValue }[]
  return attempts.map((attempt, index) => ({ ...attempt, ...(outcomes[index] as (typeof outcomes)[number]) }))
}

/** Refused by grants or row-level security, or by one of our guards. */
export function isDenied({ refused = '' }: Outcome): boolean {
  return /^(42501|PT4\d\d)/.test(refused)
}

const attemptFunction = `
  create or replace function pg_temp.attempt(p_role text, p_claims text, p_statement text) returns jsonb language plpgsql as $$
  declare
    v_rows bigint;
    v_value text;
    v_detail text;
  begin
    perform set_config('request.jwt.claims', p_claims, true), set_config('role', p_role, true);
    if p_statement ~ '^select' then
      execute format('select count(*), min(t::text) from (%s) t', p_statement) into v_rows, v_value;
    else
      execute p_statement;
      get diagnostics v_rows = row_count;
    end if;
    -- Whatever was reached is undone by the exception.
    raise exception using errcode = 'UNDO1';
  exception
    when sqlstate 'UNDO1' then
      return jsonb_build_object('rows', v_rows, 'value', v_value);
    when others then
      get stacked diagnostics v_detail = pg_exception_detail;
      return jsonb_build_object('rows', 0, 'refused', sqlstate || ' ' || sqlerrm, 'value', v_detail);
  end $$`
