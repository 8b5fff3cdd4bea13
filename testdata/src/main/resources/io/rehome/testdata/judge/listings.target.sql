select
  l.listing_id, u.email as seller, l.category_id, l.breed_id, l.species, l.title, l.body, l.price, l.price_each,
  l.currency, l.status::text, l.expires_on, l.viewing_from,
  l.attributes ->> 'sex' as sex,
  l.attributes ->> 'microchip' as microchip,
  l.attributes ->> 'vaccinated' as vaccinated,
  l.attributes ->> 'weeks' as weeks,
  (select count(*) from jsonb_object_keys(l.attributes)) as attributes,
  ${utc(l.posted_at)} as posted_at
from listings l left join users u on u.user_id = l.seller_id
order by l.listing_id::text collate "C"
