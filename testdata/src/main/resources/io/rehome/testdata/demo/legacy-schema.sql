-- "Pets & Paws", as it grew since 2009: no foreign keys, mixed character sets, a table without a key.

create table breeds (
  breed_code  varchar(12)  not null,
  name        varchar(80)  null,
  species     enum ('dog', 'cat', 'rabbit', 'bird', 'horse') not null,
  sort_order  smallint     not null,
  primary key (breed_code)
);

create table categories (
  category_id int          not null auto_increment,
  parent_id   int          null,
  slug        varchar(60)  not null,
  name        varchar(120) not null,
  primary key (category_id)
);

create table members (
  member_id     int          not null auto_increment,
  email_addr    varchar(255) null,
  password_hash char(40)     not null,
  first_name    varchar(80)  not null,
  last_name     varchar(80)  not null,
  nickname      varchar(40)  character set latin1 null,
  phone         varchar(30)  null,
  postcode      varchar(12)  not null,
  country_code  char(2)      not null,
  state         char(1)      not null default 'A',
  deleted       tinyint(1)   null default 0,
  newsletter    tinyint(1)   not null default 0,
  birth_year    year         null,
  about         text         null,
  created       datetime     not null,
  last_login    datetime     null,
  last_modified timestamp    not null default current_timestamp on update current_timestamp,
  primary key (member_id),
  key email_addr (email_addr)
);

create table ads (
  ad_id         int unsigned not null auto_increment,
  member_id     int          not null,
  category_id   int          not null,
  breed_code    varchar(12)  null,
  title         varchar(200) null,
  description   mediumtext   null,
  price_pence   int          not null,
  litter_size   smallint     not null default 1,
  state         enum ('draft', 'active', 'sold', 'expired') not null,
  hidden        tinyint(1)   null default 0,
  expires       date         null,
  viewing_from  time         null,
  attributes    json         not null,
  created       datetime     not null,
  last_modified timestamp    not null default current_timestamp on update current_timestamp,
  primary key (ad_id)
);

create table photos (
  photo_id  char(36)       not null,
  ad_id     int unsigned   not null,
  position  tinyint        not null,
  path      varchar(200)   not null,
  width     smallint       null,
  height    smallint       null,
  thumbnail varbinary(64)  null,
  primary key (photo_id)
);

create table messages (
  message_id bigint unsigned not null,
  ad_id      int unsigned    not null,
  sender_id  int             not null,
  body       text            null,
  sent       datetime(3)     not null,
  seen       tinyint(1)      not null default 0,
  primary key (message_id)
);

create table favourites (
  member_id int          not null,
  ad_id     int unsigned not null,
  created   datetime     not null,
  note      varchar(200) null,
  primary key (member_id, ad_id)
);

create table payments (
  payment_id int            not null auto_increment,
  ad_id      int unsigned   not null,
  reference  varchar(40)    not null,
  amount     decimal(14, 4) not null,
  vat_rate   decimal(5, 3)  not null,
  currency   char(3)        not null,
  method     enum ('card', 'paypal', 'bank', 'cheque') not null,
  paid       datetime       not null,
  primary key (payment_id)
);

-- A shop names its manager and each of the staff names the shop: neither can come first.
create table shops (
  shop_id    int          not null auto_increment,
  name       varchar(100) not null,
  manager_id int          null,
  opened     date         null,
  primary key (shop_id)
);

create table shop_staff (
  staff_id  int                           not null auto_increment,
  shop_id   int                           not null,
  member_id int                           not null,
  role      enum ('manager', 'assistant') not null,
  since     date                          not null,
  primary key (staff_id)
);

-- Without a key, and with rows that are equal in every column.
create table page_views (
  viewed  datetime     not null,
  ad_id   int unsigned null,
  session char(16)     character set ascii not null,
  path    varchar(255) not null,
  millis  int          not null
);

create table vouchers (
  code     varchar(20)   not null,
  discount decimal(5, 2) not null,
  expires  date          null,
  primary key (code)
);
