-- Fills "Pets & Paws" with clean records, but for the few that are written out here. No random
-- numbers: the same rows come out at each run. ${ads} is a number of rows, and ${ads.ad_id(x)} the
-- key of the x-th; a, b, c and d are hashes of the row's number and of each other.


insert into breeds (breed_code, name, species, sort_order) values
  ('D-LABRAD', 'Labrador Retriever', 'dog', 1),
  ('D-GERMAN', 'German Shepherd', 'dog', 2),
  ('D-COCKAP', 'Cockapoo', 'dog', 3),
  ('D-FRENCH', 'French Bulldog', 'dog', 4),
  ('D-BORDER', 'Border Collie', 'dog', 5),
  ('D-DACHSH', 'Dachshund', 'dog', 6),
  ('D-BEAGLE', 'Beagle', 'dog', 7),
  ('D-WHIPPE', 'Whippet', 'dog', 8),
  ('D-GREYHO', 'Greyhound', 'dog', 9),
  ('D-POODLE', 'Poodle', 'dog', 10),
  ('D-SCHNAU', 'Schnauzer', 'dog', 11),
  ('D-PUG', 'Pug', 'dog', 12),
  ('D-CHIHUA', 'Chihuahua', 'dog', 13),
  ('D-ROTTWE', 'Rottweiler', 'dog', 14),
  ('D-DALMAT', 'Dalmatian', 'dog', 15),
  ('D-SAMOYE', 'Samoyed', 'dog', 16),
  ('D-AKITA', 'Akita', 'dog', 17),
  ('D-BOXER', 'Boxer', 'dog', 18),
  ('D-MALTES', 'Maltese', 'dog', 19),
  ('D-HAVANE', 'Havanese', 'dog', 20),
  ('D-VIZSLA', 'Vizsla', 'dog', 21),
  ('D-POINTE', 'Pointer', 'dog', 22),
  ('D-BASSET', 'Basset Hound', 'dog', 23),
  ('D-LURCHE', 'Lurcher', 'dog', 24),
  ('D-PAPILL', 'Papillon', 'dog', 25),
  ('D-POMERA', 'Pomeranian', 'dog', 26),
  ('D-BICHON', 'Bichon Frise', 'dog', 27),
  ('D-JACKRU', 'Jack Russell', 'dog', 28),
  ('D-NEWFOU', 'Newfoundland', 'dog', 29),
  ('D-WOLFHO', 'Wolfhound', 'dog', 30),
  ('C-SIAMES', 'Siamese', 'cat', 31),
  ('C-PERSIA', 'Persian', 'cat', 32),
  ('C-BENGAL', 'Bengal', 'cat', 33),
  ('C-MAINEC', 'Maine Coon', 'cat', 34),
  ('C-RAGDOL', 'Ragdoll', 'cat', 35),
  ('C-BURMES', 'Burmese', 'cat', 36),
  ('C-ABYSSI', 'Abyssinian', 'cat', 37),
  ('C-SPHYNX', 'Sphynx', 'cat', 38),
  ('C-BIRMAN', 'Birman', 'cat', 39),
  ('C-BRITIS', 'British Shorthair', 'cat', 40),
  ('C-NORWEG', 'Norwegian Forest', 'cat', 41),
  ('C-RUSSIA', 'Russian Blue', 'cat', 42),
  ('C-SAVANN', 'Savannah', 'cat', 43),
  ('C-TONKIN', 'Tonkinese', 'cat', 44),
  ('C-MOGGIE', 'Moggie', 'cat', 45),
  ('R-HOLLAN', 'Holland Lop', 'rabbit', 46),
  ('R-LIONHE', 'Lionhead', 'rabbit', 47),
  ('R-REX', 'Rex', 'rabbit', 48),
  ('R-DUTCHR', 'Dutch Rabbit', 'rabbit', 49),
  ('R-ANGORA', 'Angora', 'rabbit', 50),
  ('R-FLEMIS', 'Flemish Giant', 'rabbit', 51),
  ('B-BUDGER', 'Budgerigar', 'bird', 52),
  ('B-COCKAT', 'Cockatiel', 'bird', 53),
  ('B-AFRICA', 'African Grey', 'bird', 54),
  ('B-LOVEBI', 'Lovebird', 'bird', 55),
  ('B-CANARY', 'Canary', 'bird', 56),
  ('B-ZEBRAF', 'Zebra Finch', 'bird', 57),
  ('H-COB', 'Cob', 'horse', 58),
  ('H-SHETLA', 'Shetland Pony', 'horse', 59),
  ('H-THOROU', 'Thoroughbred', 'horse', 60),
  ('H-CONNEM', 'Connemara', 'horse', 61),
  ('H-WELSHP', 'Welsh Pony', 'horse', 62),
  ('D-XOLOITZCUI', 'Xoloitzcuintle', 'dog', 63),
  ('C-NONAME', null, 'cat', 64);

-- 51: its name is too long, so that 52 and 53 have no parent. 54 and 55 are parents of each other,
-- 56 is its own. 57 has a parent that never was. 59 and 60 are parents of each other, and 60's name
-- is too long.
insert into categories (category_id, parent_id, slug, name) values
  (1, null, 'pets', 'Pets'),
  (2, 1, 'dogs', 'Dogs'),
  (3, 1, 'cats', 'Cats'),
  (4, 1, 'rabbits', 'Rabbits'),
  (5, 1, 'birds', 'Birds'),
  (6, 1, 'horses', 'Horses'),
  (7, 1, 'accessories', 'Accessories'),
  (8, 1, 'services', 'Services'),
  (9, 2, 'puppies', 'Puppies'),
  (10, 2, 'adult-dogs', 'Adult dogs'),
  (11, 2, 'rescue-dogs', 'Rescue dogs'),
  (12, 2, 'stud-dogs', 'Stud dogs'),
  (13, 2, 'working-dogs', 'Working dogs'),
  (14, 2, 'show-dogs', 'Show dogs'),
  (15, 2, 'retired-dogs', 'Retired dogs'),
  (16, 3, 'kittens', 'Kittens'),
  (17, 3, 'adult-cats', 'Adult cats'),
  (18, 3, 'rescue-cats', 'Rescue cats'),
  (19, 3, 'house-cats', 'House cats'),
  (20, 3, 'farm-cats', 'Farm cats'),
  (21, 3, 'show-cats', 'Show cats'),
  (22, 4, 'young-rabbits', 'Young rabbits'),
  (23, 4, 'adult-rabbits', 'Adult rabbits'),
  (24, 4, 'bonded-pairs', 'Bonded pairs'),
  (25, 4, 'giants', 'Giants'),
  (26, 5, 'chicks', 'Chicks'),
  (27, 5, 'hand-reared-birds', 'Hand-reared birds'),
  (28, 5, 'aviary-birds', 'Aviary birds'),
  (29, 5, 'talking-birds', 'Talking birds'),
  (30, 6, 'foals', 'Foals'),
  (31, 6, 'ponies', 'Ponies'),
  (32, 6, 'hacks', 'Hacks'),
  (33, 6, 'competition-horses', 'Competition horses'),
  (34, 6, 'loan-horses', 'Loan horses'),
  (35, 6, 'companions', 'Companions'),
  (36, 7, 'beds', 'Beds'),
  (37, 7, 'leads', 'Leads'),
  (38, 7, 'food', 'Food'),
  (39, 7, 'toys', 'Toys'),
  (40, 7, 'cages', 'Cages'),
  (41, 7, 'aquariums', 'Aquariums'),
  (42, 7, 'saddles', 'Saddles'),
  (43, 7, 'grooming', 'Grooming'),
  (44, 7, 'travel', 'Travel'),
  (45, 8, 'training', 'Training'),
  (46, 8, 'boarding', 'Boarding'),
  (47, 8, 'walking', 'Walking'),
  (48, 8, 'sitting', 'Sitting'),
  (49, 8, 'vets', 'Vets'),
  (50, 8, 'insurance', 'Insurance'),
  (51, 1, 'exotic', 'Exotic and unusual companions of every kind and size'),
  (52, 51, 'reptiles', 'Reptiles'),
  (53, 52, 'geckos', 'Geckos'),
  (54, 55, 'hen', 'Hens'),
  (55, 54, 'egg', 'Eggs'),
  (56, 56, 'ouroboros', 'Snakes'),
  (57, 9999, 'orphans', 'Orphans'),
  (58, 57, 'foundlings', 'Foundlings'),
  (59, 60, 'chicken-feed', 'Chicken feed'),
  (60, 59, 'grain', 'Grain, seed, pellets and everything else that chickens eat');

insert into members (member_id, email_addr, password_hash, first_name, last_name, nickname, phone, postcode,
  country_code, state, deleted, newsletter, birth_year, about, created, last_login, last_modified)
with numbers as (select seq as i, crc32(concat('paws member ', seq)) as a from seq_1_to_${members}),
more as (select i, a, crc32(a) as b, crc32(crc32(a)) as c from numbers),
people as (
  select i, a, b, c,
    elt(1 + a % 24, 'Olivia', 'Amelia', 'Isla', 'Ava', 'Freya', 'Zoë', 'Chloé', 'Siân', 'Niamh', 'Priya', 'Aisha', 'Mei',
      'George', 'Arthur', 'Noah', 'Oscar', 'Leo', 'Jürgen', 'José', 'Bartłomiej', 'Rhys', 'Hamish', 'Ravi', 'Wei') as first_name,
    elt(1 + b % 20, 'Smith', 'Jones', 'Taylor', 'Brown', 'Davies', 'Evans', 'Wilson', 'O''Neill', 'Ó Briain', 'MacDonald',
      'Patel', 'Khan', 'Nguyen', 'Müller', 'Dubois', 'García', 'Nowak', 'van der Berg', 'Llewellyn', 'Smith-Jones') as last_name
  from more)
select
  ${members.member_id(i)},
  concat(elt(1 + c % 3, '', '', ' '), if(c % 5 = 0, 'Member.', 'member.'), i, '@', elt(1 + a % 3, 'example.com', 'EXAMPLE.org', 'mail.example.net')),
  sha1(concat('paws', i)),
  first_name,
  last_name,
  if(a % 4 = 0, null, concat(elt(1 + b % 6, 'pawfan', 'Señor Cat', 'dögmum', 'whiskers', 'père du chat', 'bird£ife'), i % 1000)),
  if(b % 5 = 0, null, concat('07700 900', lpad(c % 1000, 3, '0'))),
  concat(elt(1 + c % 10, 'SW1A', 'EH1', 'CF10', 'BT1', 'M1', 'LS6', 'BS8', 'OX1', 'CB2', 'YO1'), if(a % 9 = 0, ' ', ''), a % 10, elt(1 + b % 4, 'aa', 'BD', 'LN', 'XY')),
  elt(1 + a % 20, 'IE', 'FR', 'DE', 'NL', 'US', 'EN', 'EN', 'SC', 'WA', 'NI', 'UK', 'UK', 'UK', 'UK', 'UK', 'UK', 'UK', 'UK', 'UK', 'UK'),
  elt(1 + b % 12, 'X', 'P', 'A', 'A', 'A', 'A', 'A', 'A', 'A', 'A', 'A', 'A'),
  0,
  c % 2,
  if(a % 7 = 0, null, 1940 + b % 66),
  if(c % 3 = 0, null, concat(elt(1 + a % 5, 'Breeder', 'Rescuer', 'Dog lover', 'Cat person', 'Smallholder'), ' from ',
    elt(1 + b % 5, 'Kent', 'Fife', 'Gwynedd', 'Antrim', 'Yorkshire'), '. ', elt(1 + c % 4, 'KC registered.', '<b>No time wasters!</b>', 'Ask me anything 🐾', ''))),
  '2009-05-01 03:00:00' + interval a % 5800 day + interval b % 75000 second,
  if(b % 6 = 0, null, '2025-05-01 03:00:00' + interval c % 40 day + interval a % 75000 second),
  '2025-06-01 00:00:00' + interval c % 1200000 second
from people;

insert into ads (ad_id, member_id, category_id, breed_code, title, description, price_pence, litter_size, state, hidden,
  expires, viewing_from, attributes, created, last_modified)
with numbers as (select seq as i, crc32(concat('paws ad ', seq)) as a from seq_1_to_${ads}),
more as (select i, a, crc32(a) as b, crc32(crc32(a)) as c, crc32(crc32(crc32(a))) as d from numbers),
parents as (select i, a, b, c, d, 1 + d % ${members} as m, 1 + c % 50 as category, 1 + b % 62 as breed from more)
select
  ${ads.ad_id(i)},
  ${members.member_id(m)},
  category,
  if(a % 5 = 0, null, breeds.breed_code),
  concat(elt(1 + a % 6, 'Adorable', 'Loyal', 'Rare', 'Playful', 'Champion', 'Gentle'), ' ', breeds.name, elt(1 + c % 4, ', ready now', '', ' 🐾 vet checked', ' (rehoming)')),
  if(d % 15 = 0, null, concat('<p>', elt(1 + b % 3, 'Raised in our family home', 'From health-tested parents', 'Looking for a new home'), ' in <b>',
    elt(1 + c % 4, 'Leeds', 'Cardiff', 'Perth', 'Derry'), '</b>.</p><ul><li>microchipped</li><li>', elt(1 + d % 3, 'wormed', 'vaccinated', 'insured &amp; flea treated'), '</li></ul>',
    elt(1 + a % 4, '🐶', '🐱', '❤️', ''))),
  500 + (a % 4000) * 50,
  elt(1 + c % 5, 1, 1, 2, 4, 5),
  elt(1 + b % 10, 'draft', 'sold', 'sold', 'expired', 'active', 'active', 'active', 'active', 'active', 'active'),
  0,
  if(b % 4 = 0, null, '2025-07-01' + interval d % 300 day),
  if(c % 3 = 0, null, sec_to_time(28800 + (a % 40) * 900)),
  concat('{"sex":"', elt(1 + a % 2, 'f', 'm'), '", "microchip":"9770', lpad(b, 11, '0'), '","vaccinated":', elt(1 + c % 2, 'true', 'false'), ',"weeks":', d % 52, ',"colour":null}'),
  '2015-01-01 03:00:00' + interval b % 3800 day + interval c % 75000 second,
  '2025-06-01 00:00:00' + interval a % 1200000 second
from parents join breeds on breeds.sort_order = breed;

insert into photos (photo_id, ad_id, position, path, width, height, thumbnail)
with numbers as (select seq as i, crc32(concat('paws photo ', seq)) as a, 1 + seq % ${ads} as ad from seq_1_to_${photos})
select
  ${photos.photo_id(i)},
  ${ads.ad_id(ad)},
  i div ${ads},
  concat('/p/', a % 100, '/', i, '.jpg'),
  if(a % 11 = 0, null, 640 + a % 1000),
  if(a % 11 = 0, null, 480 + a % 700),
  if(a % 3 = 0, null, unhex(md5(i)))
from numbers;

insert into messages (message_id, ad_id, sender_id, body, sent, seen)
with numbers as (select seq as i, crc32(concat('paws message ', seq)) as a from seq_1_to_${messages}),
more as (select i, a, crc32(a) as b, crc32(crc32(a)) as c from numbers),
parents as (select i, a, b, c, 1 + b % ${ads} as ad, 1 + c % ${members} as m from more)
select
  ${messages.message_id(i)},
  ${ads.ad_id(ad)},
  ${members.member_id(m)},
  concat(elt(1 + a % 8, 'Hello, ', 'Hi there! ', 'Good morning, ', 'Dear seller,\n', 'Hiya 😊 ', 'Thanks for your message. ', '', 'Good evening. '),
    elt(1 + b % 7, 'is this still available?', 'could we come and see them on Saturday?', 'would you take an offer?', 'are both parents on site?',
      'we have a large garden and two calm cats, would that suit?', 'how old are they now, and what do they eat?', 'do you deliver?'),
    elt(1 + c % 6, ' Many thanks', ' Best wishes, the family', '', ' Please call after six.', ' We would travel from Inverness, so a time that suits you would help.', ' 🐾')),
  '2019-01-01 03:00:00' + interval b % 2300 day + interval (c % 75000) * 1000000 + (a % 1000) * 1000 microsecond,
  a % 2
from parents;

insert into favourites (member_id, ad_id, created, note)
with numbers as (select seq as i, crc32(concat('paws favourite ', seq)) as a from seq_1_to_${favourites})
select
  ${favourites.member_id(i)},
  ${favourites.ad_id(i)},
  '2020-01-01 03:00:00' + interval a % 1900 day + interval crc32(a) % 75000 second,
  if(a % 4 = 0, concat('call ', elt(1 + a % 3, 'mum', 'the vet', 'Tom'), ' first'), null)
from numbers;

insert into payments (payment_id, ad_id, reference, amount, vat_rate, currency, method, paid)
with numbers as (select seq as i, crc32(concat('paws payment ', seq)) as a from seq_1_to_${payments}),
more as (select i, a, crc32(a) as b, 1 + crc32(crc32(a)) % ${ads} as ad from numbers)
select
  ${payments.payment_id(i)},
  ${ads.ad_id(ad)},
  concat('PP-', lpad(i, 8, '0'), '-', hex(a % 65536)),
  (100 + a % 4900) / 100,
  elt(1 + b % 3, 0.200, 0.050, 0.175),
  elt(1 + a % 10, 'EUR', 'GBP', 'GBP', 'GBP', 'GBP', 'GBP', 'GBP', 'GBP', 'GBP', 'GBP'),
  elt(1 + b % 3, 'card', 'paypal', 'bank'),
  '2018-01-01 03:00:00' + interval b % 2600 day + interval a % 75000 second
from more;

insert into shops (shop_id, name, manager_id, opened)
select
  seq,
  concat(elt(1 + crc32(seq) % 5, 'Paws', 'Happy Tails', 'The Pet Pantry', 'Feathers & Fur', 'Barking Mad'), ' No. ', seq),
  if(seq % 10 = 0, null, ${shop_staff.staff_id(seq)}),
  '1998-03-01' + interval crc32(seq) % 9000 day
from seq_1_to_${shops};

-- The first member of staff of each shop is its manager.
insert into shop_staff (staff_id, shop_id, member_id, role, since)
with numbers as (select seq as i, 1 + crc32(concat('paws staff ', seq)) % ${members} as m from seq_1_to_${shop_staff})
select
  ${shop_staff.staff_id(i)},
  1 + (i - 1) % ${shops},
  ${members.member_id(m)},
  if(i <= ${shops}, 'manager', 'assistant'),
  '2005-01-01' + interval crc32(m) % 7000 day
from numbers;

-- Rows 50 to 52, 100 to 102 and so on are equal in every column.
insert into page_views (viewed, ad_id, session, path, millis)
with numbers as (select if(seq % 50 in (1, 2) and seq > 50, seq - seq % 50, seq) as i from seq_1_to_${page_views}),
more as (select i, crc32(concat('paws view ', i)) as a from numbers),
parents as (select i, a, 1 + crc32(a) % ${ads} as ad from more)
select
  if(i % 1000 = 9, '0000-00-00 00:00:00', '2025-01-01 03:00:00' + interval a % 80 day + interval crc32(a) % 75000 second),
  if(a % 3 = 0, null, ${ads.ad_id(ad)}),
  left(md5(i div 7), 16),
  concat('/', elt(1 + a % 4, 'search?q=puppy', 'ad', 'shop', 'help/faq'), if(a % 5 = 0, '?utm_source=mail', '')),
  a % 2500
from parents;
