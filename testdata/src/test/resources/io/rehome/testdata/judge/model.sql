-- pet_breeds
insert into pet_breeds (breed_id, name, species) values (?, ?, ?);
-- categories
insert into categories (category_id, parent_id, slug, name) values (?::int, ?::int, ?, ?);
-- users
insert into users (user_id, email, display_name, nickname, phone, postcode, country, status, newsletter,
  birth_year, bio, latitude, joined_at, last_login_at)
values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?::user_status, ?::int::boolean, ?::smallint, ?,
  ?::double precision, ?::timestamp at time zone 'UTC', ?::timestamp at time zone 'UTC');
-- listings
insert into listings (listing_id, seller_id, category_id, breed_id, species, title, body, price, price_each,
  currency, status, expires_on, viewing_from, attributes, posted_at)
values (?::bigint, user_of(?), ?::int, ?, ?, ?, ?, ?::numeric, ?::numeric, ?, ?::listing_status, ?::date,
  ?::time, json_object(array['sex', 'microchip', 'vaccinated', 'weeks', 'colour'], array[?, ?, ?, ?, ?]),
  ?::timestamp at time zone 'UTC');
-- listing_photos
insert into listing_photos (photo_id, listing_id, position, url, width, height, thumbnail)
values (?::uuid, ?::bigint, ?::smallint, ?, ?::int, ?::int, decode(?, 'hex'));
-- messages
insert into messages (message_id, listing_id, sender_id, body, sent_at, seen)
values (?::bigint, ?::bigint, user_of(?), ?, ?::timestamp at time zone 'UTC', ?::int::boolean);
-- favourites
insert into favourites (listing_id, user_id, created_at, note)
select split_part(v.pair, ' ', 1)::bigint, user_of(split_part(v.pair, ' ', 2)),
  v.created::timestamp at time zone 'UTC', v.note
from (values (?, ?, ?)) v(pair, created, note);
-- payments
insert into payments (payment_id, reference, listing_id, payer_id, amount, vat, currency, method, paid_at)
values (gen_random_uuid(), ?, ?::bigint, user_of(?), ?::numeric, ?::numeric, ?, ?::payment_method,
  ?::timestamp at time zone 'UTC');
-- stores
insert into stores (store_id, name, manager_id, opened_on) values (?::int, ?, ?::bigint, ?::date);
-- store_staff
insert into store_staff (staff_id, user_id, store_id, role, since)
values (?::bigint, user_of(?), ?::int, ?, ?::date);
-- page_views
insert into page_views (view_id, viewed_at, session, listing_id, millis, path)
select gen_random_uuid(), (part[1] || ' ' || part[2])::timestamp, part[3], nullif(part[4], '-')::bigint,
  part[5]::int, part[6]
from (select string_to_array(view, ' ') as part, copies from (values (?, ?)) v(view, copies)) v,
  generate_series(1, copies::int);
-- vouchers
insert into vouchers (code, discount, expires_on) values (?, ?::numeric, ?::date);
