-- The migrator store. Scripts read the views at the end; the tables may change with any version.
-- The life of a record: docs/concepts/life-cycle.md.

create table lease (
  marketplace text primary key,
  token bigint not null,
  run text not null,
  host text not null,
  since timestamptz not null,
  expires_at timestamptz not null
);

create table plan_version (
  marketplace text not null,
  version int not null,
  rules uuid not null,
  plan text not null,
  made_at timestamptz not null default now(),
  primary key (marketplace, version),
  unique (marketplace, rules)
);

create table campaign (
  id bigint generated always as identity primary key,
  marketplace text not null,
  started_at timestamptz not null default now(),
  ended_at timestamptz
);
create unique index campaign_open on campaign (marketplace) where ended_at is null;

create table run (
  id int generated always as identity primary key,
  run text not null,
  marketplace text not null,
  campaign bigint not null,
  plan_version int not null,
  token bigint not null,
  mode text not null default '',
  runner text not null default '',
  host text not null default '',
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  state text not null default 'RUNNING',
  exit int,
  unique (marketplace, run)
);

create table entity (
  id int generated always as identity primary key,
  marketplace text not null,
  name text not null,
  target_table text not null,
  unique (marketplace, name)
);
create index on entity (target_table);

-- state: O open, W waiting for deferred records, F finished
create table key_range (
  id bigint generated always as identity primary key,
  campaign bigint not null,
  entity int not null,
  low text[] not null,
  high text[] not null,
  state "char" not null default 'O',
  fresh boolean not null,
  first_reading bigint,
  reading bigint,
  attempt int not null default 0,
  read bigint,
  loaded bigint,
  unchanged bigint,
  rejected bigint,
  skipped bigint,
  merged bigint,
  gone bigint,
  pending bigint,
  balanced boolean,
  run int,
  finished_at timestamptz
);
create index on key_range (campaign, entity);
create index on key_range (run);

-- One row for up to a thousand records. range_id: 0 gathered by key, -1 settled records.
-- ending: M more follow, L last, S split. ready: how many records' attempts are READY on this page now.
create sequence page_id;
create table page (
  id bigint primary key,
  run int not null,
  entity int not null,
  range_id bigint not null,
  reading bigint not null,
  number int not null,
  ending "char" not null,
  split text[],
  read int not null,
  key_sum bigint not null,
  outcome_sum bigint not null,
  loaded int not null,
  unchanged int not null,
  rejected int not null,
  skipped int not null,
  merged int not null,
  gone int not null,
  deferred int not null,
  ready int not null,
  rule_fields text[] not null,
  rule_names text[] not null,
  rule_uses bigint[] not null,
  begun_at timestamptz not null,
  confirmed_at timestamptz
);
create index on page (range_id, reading) where range_id > 0;
create index on page (run, entity);
create index on page (entity) include (confirmed_at, ready);
create index on page (entity, range_id) where confirmed_at is null;

-- One row for a record, in a partition for each entity. state: see LifeCycle.
-- target_key, confirmed_target_key: null where equal to source_key.
-- confirmed_*: where they differ from the attempt, that is where it is not READY on a confirmed page.
-- unsettled: documents that were sent, whose fate is unknown, and that a newer attempt replaced.
create table record (
  page bigint not null,
  range_id bigint,
  deferred_page bigint,
  confirmed_page bigint,
  source_fp uuid not null,
  document_fp uuid,
  confirmed_fp uuid,
  entity int not null,
  attempts int not null default 1,
  state "char" not null,
  chosen boolean not null,
  source_key text collate "C" not null,
  target_key text collate "C",
  source text not null,
  document text,
  stage text,
  reason text,
  column_name text,
  message text,
  confirmed_target_key text collate "C",
  confirmed_document text,
  unsettled text[]
) partition by list (entity);

-- What waiting records wait for, and what deferred ones reference within their cycle.
create table edge (
  child_entity int not null,
  child_key text collate "C" not null,
  parent_entity int not null,
  parent_key text collate "C" not null,
  field text not null,
  primary key (child_entity, child_key, parent_entity, parent_key)
);
create index on edge (parent_entity, parent_key);

create table contender (
  entity int not null,
  claim uuid not null,
  source_key text collate "C" not null,
  rank int not null,
  field text not null,
  primary key (entity, claim, source_key)
);
create index on contender (entity, source_key);

create table release (
  run int not null,
  entity int not null,
  source_key text collate "C" not null,
  primary key (run, entity, source_key)
);

create table lookup (
  marketplace text not null,
  name text not null,
  version int not null,
  fingerprint text not null,
  content text not null,
  made_at timestamptz not null default now(),
  primary key (marketplace, name, version)
);

create view records as
select e.marketplace,
       e.name as entity,
       r.source_key,
       case r.state
         when 'L' then case when p.confirmed_at is null then 'PENDING' else 'LOADED' end
         when 'R' then 'REJECTED'
         when 'K' then 'SKIPPED'
         when 'M' then 'MERGED'
         when 'G' then 'GONE'
         else 'PENDING'
       end as outcome,
       r.source,
       r.document,
       case when r.state = 'L' and p.confirmed_at is not null then r.document
            else r.confirmed_document end as confirmed_document,
       case when r.state in ('L', 'D', 'S') then coalesce(r.target_key, r.source_key)
            when r.confirmed_page is not null then coalesce(r.confirmed_target_key, r.source_key)
       end as target_key,
       case when r.state = 'L' and p.confirmed_at is not null then p.confirmed_at
            else c.confirmed_at end as confirmed_at,
       r.stage,
       r.reason,
       r.column_name,
       r.message,
       r.attempts,
       r.range_id,
       n.plan_version,
       n.run,
       coalesce(p.confirmed_at, p.begun_at) as updated_at
  from record r
  join entity e on e.id = r.entity
  join page p on p.id = r.page
  join run n on n.id = p.run
  left join page c on c.id = r.confirmed_page;

-- As records, for REJECTED; written out so that the index of what is not READY serves it.
create view rejections as
select e.marketplace,
       e.name as entity,
       r.source_key,
       'REJECTED' as outcome,
       r.source,
       r.document,
       r.confirmed_document,
       case when r.confirmed_page is not null
            then coalesce(r.confirmed_target_key, r.source_key) end as target_key,
       c.confirmed_at,
       r.stage,
       r.reason,
       r.column_name,
       r.message,
       r.attempts,
       r.range_id,
       n.plan_version,
       n.run,
       coalesce(p.confirmed_at, p.begun_at) as updated_at,
       case when r.reason in ('NOT_LISTED', 'EXPRESSION', 'LOOKUP_MISSING', 'REVIEW') then 'PLAN'
            when r.reason in ('TARGET_KEY_TAKEN', 'TARGET_CHANGED', 'TARGET_REFUSED') then 'TARGET'
            else 'SOURCE' end as turn
  from record r
  join entity e on e.id = r.entity
  join page p on p.id = r.page
  join run n on n.id = p.run
  left join page c on c.id = r.confirmed_page
 where r.state = 'R';

create view runs as
select run, marketplace, campaign, mode, runner, plan_version, started_at as started,
       finished_at as finished, state, exit, host
  from run;

create view ranges as
select c.marketplace,
       k.campaign,
       e.name as entity,
       k.id as range_id,
       case cardinality(k.low) when 0 then null when 1 then k.low[1]
            else array_to_json(k.low)::text end as low,
       case cardinality(k.high) when 0 then null when 1 then k.high[1]
            else array_to_json(k.high)::text end as high,
       case k.state when 'O' then 'OPEN' when 'W' then 'WAITING' else 'FINISHED' end as state,
       k.attempt,
       k.read, k.loaded, k.unchanged, k.rejected, k.skipped, k.merged, k.gone, k.pending,
       k.finished_at
  from key_range k
  join campaign c on c.id = k.campaign
  join entity e on e.id = k.entity;

-- A run's book: the ranges that it finished, and its pages that were gathered by key.
create view books as
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

create view ids as
select e.marketplace,
       e.name as entity,
       r.source_key,
       case when r.state = 'L' and p.confirmed_at is not null
            then coalesce(r.target_key, r.source_key)
            else coalesce(r.confirmed_target_key, r.source_key) end as target_key
  from record r
  join entity e on e.id = r.entity
  join page p on p.id = r.page
 where (r.state = 'L' and p.confirmed_at is not null) or r.confirmed_page is not null;
