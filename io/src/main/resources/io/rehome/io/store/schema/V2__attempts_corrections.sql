-- What a record went through before its latest attempt, and what operators corrected.

-- One row for an attempt that a newer one replaced, as it stood then. outcome: as in the view records.
-- target_key: of the document; null where none came about.
create table attempt (
  entity int not null,
  source_key text collate "C" not null,
  number int not null,
  run int not null,
  outcome text not null,
  updated_at timestamptz not null,
  target_key text collate "C",
  stage text,
  reason text,
  column_name text,
  message text,
  document text,
  primary key (entity, source_key, number)
);

-- made, undone: versions of the marketplace's corrections. A run that uses version n applies what
-- was made by then and not undone by then. value: null for NULL.
create table correction (
  entity int not null,
  source_key text collate "C" not null,
  field text not null,
  value text,
  note text not null,
  made int not null,
  made_by text not null,
  made_at timestamptz not null default now(),
  undone int,
  undone_by text,
  undone_at timestamptz,
  primary key (entity, source_key, field, made)
);
create unique index correction_in_force on correction (entity, source_key, field) where undone is null;

-- The version of the marketplace's corrections that the run applies.
alter table run add column corrections int not null default 0;

-- Every attempt of each record, the latest too.
create view attempts as
select e.marketplace,
       e.name as entity,
       a.source_key,
       a.number as attempt,
       a.outcome,
       a.document,
       a.target_key,
       a.stage,
       a.reason,
       a.column_name,
       a.message,
       n.plan_version,
       n.run,
       a.updated_at
  from attempt a
  join entity e on e.id = a.entity
  join run n on n.id = a.run
union all
select marketplace, entity, source_key, attempts, outcome, document, target_key, stage, reason,
       column_name, message, plan_version, run, updated_at
  from records;

create view corrections as
select e.marketplace,
       e.name as entity,
       c.source_key,
       c.field,
       c.value,
       c.note,
       c.made_by,
       c.made_at,
       c.undone_by,
       c.undone_at
  from correction c
  join entity e on e.id = c.entity;
