select
  a.ad_id + 10000000 as listing_id,
  lower(trim(m.email_addr)) as seller,
  if(${loaded(categories, c.category_id)} and c.category_id is not null, c.category_id, 1) as category_id,
  if(${loaded(pet_breeds, b.breed_code)}, b.breed_code, null) as breed_id,
  ifnull(b.species, 'other') as species,
  a.title,
  ifnull(a.description, '') as body,
  cast(a.price_pence / 100 as decimal(9, 2)) as price,
  cast(a.price_pence / (100 * a.litter_size) as decimal(14, 6)) as price_each,
  'GBP' as currency,
  case a.state when 'active' then 'live' when 'expired' then 'ended' else a.state end as status,
  a.expires as expires_on,
  a.viewing_from,
  json_value(a.attributes, '$.sex') as sex,
  json_value(a.attributes, '$.microchip') as microchip,
  json_extract(a.attributes, '$.vaccinated') as vaccinated,
  json_extract(a.attributes, '$.weeks') as weeks,
  json_length(a.attributes) as attributes,
  ${utc(a.created)} as posted_at
from ads a
join members m on m.member_id = a.member_id
left join categories c on c.category_id = a.category_id
left join breeds b on b.breed_code = a.breed_code
where ${loaded(listings, a.ad_id)}
order by cast(listing_id as binary)
