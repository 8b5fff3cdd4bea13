create table notices (
  notice_id bigint not null primary key,
  email varchar(80) not null,
  title varchar(80) not null,
  body varchar(400) not null,
  price_pence int not null,
  state char(1) not null,
  postcode varchar(10) null,
  latitude numeric(9, 6) null,
  created timestamp not null,
  last_modified timestamptz not null default current_timestamp
);

insert into notices
with numbers as (
  select i, hashtext('notice ' || i)::bigint & 2147483647 as a from generate_series(1, ${rows}) i),
more as (
  select i, a, hashtext(a::text)::bigint & 2147483647 as b,
         hashtext('c' || a)::bigint & 2147483647 as c
    from numbers)
select
  100000 + i,
  case when a % 5 = 0 then 'Member.' else 'member.' end || i || '@'
    || (array['example.com', 'EXAMPLE.org', 'mail.example.net'])[1 + b % 3],
  (array['Lost', 'Found', 'Wanted', 'Missing', 'Seen'])[1 + a % 5] || ': '
    || (array['tabby cat', 'brown spaniel', 'grey parrot', 'black labrador', 'white rabbit'])[1 + c % 5]
    || ' near the ' || (array['station', 'river', 'market', 'old mill'])[1 + b % 4],
  'Answers to ' || (array['Bella', 'Zoë', 'O''Malley', 'Max'])[1 + b % 4] || '. Wears a '
    || (array['red', 'blue', 'tartan'])[1 + c % 3] || ' collar, tag ' || a || '; chipped '
    || lpad(c::text, 10, '0') || '. Do not chase; call 07700 900' || lpad((b % 1000)::text, 3, '0')
    || '.',
  b % 100000,
  (array['A', 'A', 'X'])[1 + c % 3],
  case when b % 7 > 0 then (array['SW1A', 'EH1', 'CF10', 'BT1'])[1 + c % 4] || ' ' || a % 10 || 'AA' end,
  case when c % 9 > 0 then 50 + (a % 8000000) / 1000000.0 end,
  timestamp '2015-01-01 03:00:00' + b % 3800 * interval '1 day' + c % 75000 * interval '1 second',
  timestamptz '2025-06-01 00:00:00Z' + a % 1200000 * interval '1 second'
from more;

analyze notices;
