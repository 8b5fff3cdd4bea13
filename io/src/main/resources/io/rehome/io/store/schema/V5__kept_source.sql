-- What LOCAL_DIFF needs of the source while the source is not asked.

-- The database that a run last read, and what its catalog said of each entity's table, as JSON.
create table source (
  marketplace text primary key,
  server text not null,
  database text not null
);
create table source_table (
  marketplace text not null,
  entity text not null,
  description text not null,
  primary key (marketplace, entity)
);

-- Which version of which lookup a table of the source was last kept as.
create table source_lookup (
  marketplace text not null,
  source_table text not null,
  name text not null,
  version int not null,
  primary key (marketplace, source_table)
);

-- Under which key the source knows another that it holds for equal.
create table spelling (
  entity int not null,
  asked text collate "C" not null,
  known text collate "C" not null,
  primary key (entity, asked)
);

-- The spans of keys into which a scan divides the kept records. They are numbered below zero, and
-- stand in scan_range when they are compared. low, high: null where open.
create table scan_span (
  scan bigint not null,
  id bigint not null,
  entity int not null,
  low text collate "C",
  high text collate "C",
  primary key (scan, id)
);
