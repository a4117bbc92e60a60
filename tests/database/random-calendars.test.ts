import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany } from './support/fleet.ts'
import { IntervalOracle, type Step } from './support/interval-oracle.ts'

/** Thousands of lives of a small calendar against a list of intervals, in batches: the database plays many in one statement. */
const database = freshDatabase()
const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31))
const BATCH = 500
/** A thousand each time; the ten thousand of the figures with `CRMS_SEQUENCES=10000`. */
const BATCHES = Number(process.env.CRMS_SEQUENCES ?? 1_000) / BATCH
let company: RentalCompany
/** Every sequence has two vehicles and ten days of its own. */
let played = 0

beforeAll(async () => {
  company = await foundRentalCompany(database)
  await database.asPostgres(
    (sql) => sql`
    create function private.play(p_company uuid, p_vehicles uuid[], p_base timestamptz, p_steps jsonb) returns jsonb language plpgsql as $$
    declare
      v_made uuid[] := '{}';
      v_answers jsonb := '[]';
      v_step jsonb;
      v_own uuid;
      v_vehicle uuid;
      v_period tstzrange;
      v_done boolean;
    begin
      for v_step in select value from jsonb_array_elements(p_steps) loop
        v_vehicle := p_vehicles[1 + (v_step ->> 'vehicle')::int];
        v_period := tstzrange(p_base + make_interval(hours => (v_step ->> 'from')::int), p_base + make_interval(hours => (v_step ->> 'to')::int));
        v_own := v_made[1 + (v_step ->> 'nth')::int];
        if v_step ->> 'does' = 'take' then
          v_own := private.allocate(p_company, v_vehicle, v_period, 'reservation', gen_random_uuid(),
            case when (v_step ->> 'held')::boolean then now() + interval '1 hour' end);
          v_done := v_own is not null;
          if v_done then v_made := v_made || v_own; end if;
        elsif not exists (select from public.allocations where company_id = p_company and id = v_own and active) then
          v_done := false;
        elsif v_step ->> 'does' = 'move' then
          v_done := private.move_allocation(p_company, v_own, v_vehicle, v_period);
        else
          update public.allocations set active = v_step ->> 'does' = 'lapse',
            expires_at = case when v_step ->> 'does' = 'lapse' and expires_at is not null then now() - interval '1 second' else expires_at end where company_id = p_company and id = v_own;
          v_done := true;
        end if;
        v_answers := v_answers || to_jsonb(v_done);
      end loop;
      return jsonb_build_object('answers', v_answers, 'active', (
        select coalesce(jsonb_agg(a.active order by place), '[]') from unnest(v_made) with ordinality as made (id, place) join public.allocations a on a.company_id = p_company and a.id = made.id));
    end $$`,
  )
})

const stretch = fc.record({ from: fc.nat(20), hours: fc.integer({ min: 1, max: 6 }) })
const vehicle = fc.nat(1)
const nth = fc.nat(5)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(vehicle, stretch, fc.boolean()).map(([v, { from, hours }, held]) => ({
      does: 'take' as const,
      vehicle: v,
      from,
      to: from + hours,
      held,
    })),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('lapse' as const), nth }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('free' as const), nth }) },
  {
    weight: 2,
    arbitrary: fc.tuple(nth, vehicle, stretch).map(([n, v, { from, hours }]) => ({
      does: 'move' as const,
      nth: n,
      vehicle: v,
      from,
      to: from + hours,
    })),
  },
)

async function play(sequences: Step[][]) {
  const vehicles = company.vehicles.map(({ id }) => id)
  const pairs = Math.floor(vehicles.length / 2)
  const games = sequences.map((steps) => {
    const place = played++
    const first = 2 * (place % pairs)
    return {
      vehicles: [vehicles[first], vehicles[first + 1]],
      base: new Date(Date.UTC(2030, 0, 1 + 2 * Math.floor(place / pairs))).toISOString(),
      steps,
    }
  })
  const rows = await database.asPostgres(
    (sql) => sql`
    select private.play(${company.companyId}, array(select jsonb_array_elements_text(game -> 'vehicles')::uuid), (game ->> 'base')::timestamptz, game -> 'steps') as it
    from jsonb_array_elements(${sql.json(games as never)}::jsonb) with ordinality as games (game, place) order by place`,
  )
  return rows.map(({ it }) => it as { answers: boolean[]; active: boolean[] })
}

test(`${BATCH * BATCHES} random sequences of taking, lapsing, freeing and moving end as the intervals say (seed ${seed})`, async () => {
  const sequence = fc.array(step, { minLength: 3, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(fc.array(sequence, { minLength: BATCH, maxLength: BATCH }), async (sequences) => {
      const found = await play(sequences)
      for (const [place, steps] of sequences.entries()) {
        const oracle = new IntervalOracle()
        const answers = steps.map((one) => oracle.apply(one))
        expect([steps, found[place]]).toEqual([
          steps,
          { answers, active: oracle.intervals.map(({ active }) => active) },
        ])
      }
    }),
    { seed, numRuns: BATCHES, endOnFailure: true },
  )
  const [row] = await database.asPostgres(
    (sql) => sql`
    select count(*)::int as overlaps from public.allocations a join public.allocations b
      on a.company_id = b.company_id and a.resource_id = b.resource_id and a.id < b.id and a.active and b.active and a.period && b.period`,
  )
  expect(row?.overlaps).toBe(0)
}, 600_000)
