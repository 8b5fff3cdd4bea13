-- Under keep: fingerprints the original of a record that was loaded or skipped is not kept.
alter table record alter column source drop not null;

-- Parents that were not there, for which a value of the plan stands in records: when they come, the
-- records are looked at again. page: on which the record comes without it; gone when that is
-- confirmed.
create table stand_in (
  child_entity int not null,
  child_key text collate "C" not null,
  parent_entity int not null,
  parent_key text collate "C" not null,
  field text not null,
  page bigint,
  primary key (child_entity, child_key, parent_entity, parent_key)
);
create index on stand_in (child_entity, parent_entity, parent_key);
create index on stand_in (page) where page is not null;
