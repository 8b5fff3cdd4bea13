create table follows (
  follow_id bigint not null primary key,
  follower int not null,
  followed int not null,
  since date not null
);

insert into follows
select i, i * 7919 % 1000000, i * 104729 % 1000000, date '2015-01-01' + (i % 3800)::int
from generate_series(1, ${rows}::bigint) i;

analyze follows;
