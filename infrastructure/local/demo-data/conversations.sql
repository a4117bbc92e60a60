-- What customers with a pickup ahead have written, and what was answered; some of it waits for an answer.
with booked as (
  select r.id, r.customer_id, row_number() over (order by r.starts_at, r.id) as nth
  from public.reservations r where r.company_id = private.company_id() and r.status = 'confirmed' and r.starts_at > now()
)
insert into public.messages (company_id, customer_id, reservation_id, channel, direction, template, recipient, body, status, author_id, created_at, read_at)
select private.company_id(), b.customer_id, b.id, 'portal', w.direction, 'written', '', w.body, 'delivered', case when w.direction = 'out' then auth.uid() end,
  now() - w.ago, case when w.direction = 'in' and w.read then now() - w.ago + interval '4 minutes' end
from booked b join (values
  (1, 'in', interval '26 hours', true, 'Guten Tag, passen drei Kindersitze nebeneinander auf die Rückbank?'),
  (1, 'out', interval '25 hours', true, 'Guten Tag, leider nur zwei mit Isofix. Der dritte passt auf den Beifahrersitz, der Airbag lässt sich abschalten.'),
  (1, 'in', interval '40 minutes', false, 'Gut, dann zwei hinten und einer vorne. Können wir schon um 8.30 Uhr kommen?'),
  (2, 'in', interval '5 hours', false, 'Hello, our train arrives later than planned. Would a pickup at about 18:45 still work?'),
  (3, 'in', interval '3 days', true, 'Darf der Hund mit? Er ist klein und fährt in seiner Box.'),
  (3, 'out', interval '70 hours', true, 'Ja, gerne. In der Box ist alles gut, für Haare auf den Sitzen verrechnen wir sonst eine Reinigung.'),
  (4, 'in', interval '8 days', true, 'Bonjour, faut-il une vignette pour l’autoroute en Autriche?'),
  (4, 'out', interval '191 hours', true, 'Bonjour, oui, vous l’achetez en ligne ou à la dernière station avant la frontière. La vignette suisse est déjà collée.')
) as w (nth, direction, ago, read, body) on w.nth = b.nth;
