create table follows (
  follow_id bigint not null primary key,
  follower int not null,
  followed int not null,
  since date not null
);

insert into follows
select seq, crc32(seq) % 1000000, crc32(concat('f', seq)) % 1000000, '2015-01-01' + interval seq % 3800 day
from seq_1_to_${rows};

analyze table follows;
