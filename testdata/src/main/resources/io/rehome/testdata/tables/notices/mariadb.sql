create table notices (
  notice_id bigint not null primary key,
  email varchar(80) not null,
  title varchar(80) not null,
  body varchar(400) not null,
  price_pence int not null,
  state char(1) not null,
  postcode varchar(10) null,
  latitude decimal(9, 6) null,
  created datetime not null,
  last_modified timestamp not null default current_timestamp
);

insert into notices
with numbers as (select seq as i, crc32(concat('notice ', seq)) as a from seq_1_to_${rows}),
more as (select i, a, crc32(a) as b, crc32(crc32(a)) as c from numbers)
select
  100000 + i,
  concat(if(a % 5 = 0, 'Member.', 'member.'), i, '@', elt(1 + b % 3, 'example.com', 'EXAMPLE.org', 'mail.example.net')),
  concat(elt(1 + a % 5, 'Lost', 'Found', 'Wanted', 'Missing', 'Seen'), ': ',
    elt(1 + c % 5, 'tabby cat', 'brown spaniel', 'grey parrot', 'black labrador', 'white rabbit'), ' near the ',
    elt(1 + b % 4, 'station', 'river', 'market', 'old mill')),
  concat('Answers to ', elt(1 + b % 4, 'Bella', 'Zoë', 'O''Malley', 'Max'), '. Wears a ', elt(1 + c % 3, 'red', 'blue', 'tartan'),
    ' collar, tag ', a, '; chipped ', lpad(c, 10, '0'), '. Do not chase; call 07700 900', lpad(b % 1000, 3, '0'), '.'),
  b % 100000,
  elt(1 + c % 3, 'A', 'A', 'X'),
  if(b % 7 = 0, null, concat(elt(1 + c % 4, 'SW1A', 'EH1', 'CF10', 'BT1'), ' ', a % 10, 'AA')),
  if(c % 9 = 0, null, 50 + (a % 8000000) / 1000000),
  '2015-01-01 03:00:00' + interval b % 3800 day + interval c % 75000 second,
  '2025-06-01 00:00:00' + interval a % 1200000 second
from more;

analyze table notices;
