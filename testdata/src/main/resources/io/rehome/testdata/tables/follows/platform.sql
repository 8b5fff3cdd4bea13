create table follows (
  id bigint primary key,
  follower bigint not null,
  followed bigint not null,
  since date not null
);
