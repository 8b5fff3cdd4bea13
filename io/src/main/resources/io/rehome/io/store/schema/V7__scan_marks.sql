-- How far the column that tells an entity's changes had come when a pass began to look at it. rules:
-- what decided how its rows were read; a pass under others does not begin here.
create table scan_mark (
  scan bigint not null,
  entity int not null,
  rules text not null,
  mark text not null,
  complete boolean not null default false,
  primary key (scan, entity)
);
