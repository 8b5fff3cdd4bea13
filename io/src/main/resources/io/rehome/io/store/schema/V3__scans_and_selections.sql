-- What a mode other than NORMAL looks at and selects, kept until it is done: the same command continues it.

-- question: what was asked for, as text; another question begins another scan.
create table scan (
  id bigint generated always as identity primary key,
  marketplace text not null,
  campaign bigint not null,
  mode text not null,
  question text not null,
  started_at timestamptz not null default now(),
  selected_at timestamptz,
  ended_at timestamptz
);
create unique index scan_open on scan (marketplace, mode) where ended_at is null;

-- A range that was compared, and what became of the rows that need not enter the river.
create table scan_range (
  scan bigint not null,
  range_id bigint not null,
  run int not null,
  entity int not null,
  read bigint not null,
  unchanged bigint not null,
  rejected bigint not null,
  skipped bigint not null,
  merged bigint not null,
  selected bigint not null,
  balanced boolean not null,
  compared_at timestamptz not null default now(),
  primary key (scan, range_id)
);
create index on scan_range (run);

-- The records that a scan selected. state: W to enter the river, E entered, A not in the source any more.
create table selection (
  scan bigint not null,
  entity int not null,
  source_key text collate "C" not null,
  range_id bigint,
  state "char" not null,
  primary key (scan, entity, source_key)
);

create index on page (run) where range_id = 0;

-- A run's book: the ranges that it finished, the rows of the ranges that it compared which did not
-- enter the river, and its pages that were gathered by key.
create or replace view books as
select n.run,
       n.marketplace,
       e.name as entity,
       sum(b.read)::bigint as read,
       sum(b.loaded)::bigint as loaded,
       sum(b.unchanged)::bigint as unchanged,
       sum(b.rejected)::bigint as rejected,
       sum(b.skipped)::bigint as skipped,
       sum(b.merged)::bigint as merged,
       sum(b.gone)::bigint as gone,
       sum(b.pending)::bigint as pending,
       bool_and(b.balanced)
         and sum(b.read) = sum(b.loaded + b.unchanged + b.rejected + b.skipped + b.merged + b.gone
                               + b.pending) as balanced
  from (select run, entity, read, loaded, unchanged, rejected, skipped, merged, gone, pending,
               balanced
          from key_range
         where state = 'F'
        union all
        select run, entity, read - selected, 0, unchanged, rejected, skipped, merged, 0, 0, balanced
          from scan_range
        union all
        select run, entity, read, loaded, unchanged, rejected, skipped, merged, gone, deferred,
               key_sum = outcome_sum
          from page
         where range_id = 0 and confirmed_at is not null
        union all
        select run, entity, ready, 0, 0, 0, 0, 0, 0, ready, true
          from page
         where range_id = 0 and confirmed_at is null) b
  join run n on n.id = b.run
  join entity e on e.id = b.entity
 group by n.run, n.marketplace, e.name, e.id;
