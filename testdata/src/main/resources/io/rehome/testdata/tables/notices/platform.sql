create table notices (
  id bigint primary key,
  email varchar(80) not null,
  title varchar(80) not null,
  body text not null,
  price numeric(10, 2) not null,
  status varchar(10) not null check (status in ('active', 'closed')),
  postcode varchar(10),
  latitude numeric(9, 6),
  created_at timestamptz not null,
  modified_at timestamptz not null
);
