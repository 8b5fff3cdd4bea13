-- What comparisons with the target found: by page of source rows, and each difference.

-- The run that was the last to work at a scan.
alter table scan add column run int;
create index on scan (run);

create table verification_range (
  id bigint generated always as identity primary key,
  scan bigint not null,
  entity int not null,
  low text[] not null,
  high text[] not null,
  is_empty boolean not null default false
);
create index on verification_range (scan, entity);

create table verification_page (
  scan bigint not null,
  range_id bigint not null,
  reading bigint not null,
  number int not null,
  is_last boolean not null,
  run int not null,
  entity int not null,
  read bigint not null,
  same bigint not null,
  missing_rejected bigint not null,
  skipped bigint not null,
  merged bigint not null,
  verified_at timestamptz not null default now(),
  primary key (scan, range_id, reading, number)
);

-- The entities of which the target's keys were looked at to their end.
create table verification_keys (
  scan bigint not null,
  entity int not null,
  compared_at timestamptz not null default now(),
  primary key (scan, entity)
);

-- What the plan's pairs of queries answered.
create table verification_assertion (
  scan bigint not null,
  number int not null,
  source_query text not null,
  target_query text not null,
  source_answer text not null,
  target_answer text not null,
  agrees text not null,
  primary key (scan, number)
);

-- key: that of the source where it is known, else of the target. fields: column, expected and found
-- of each. agreement: what a second look found it to be; null where it still is a difference.
create table finding (
  scan bigint not null,
  entity int not null,
  kind text not null,
  key text collate "C" not null,
  source_key text collate "C",
  target_key text collate "C",
  cause text not null,
  fields text not null,
  range_id bigint,
  reading bigint,
  agreement text,
  found_at timestamptz not null default now(),
  primary key (scan, entity, key, kind)
);
create index on finding (entity, source_key);

-- The differences that the last verification of a marketplace found.
create view differences as
select s.marketplace, e.name as entity, f.kind, f.source_key, f.target_key, f.cause, f.fields,
       n.run, f.found_at
  from finding f
  join scan s on s.id = f.scan
  join entity e on e.id = f.entity
  left join run n on n.id = s.run
 where f.agreement is null;
