select
  concat(f.ad_id + 10000000, ' ', lower(trim(m.email_addr))) as listing_and_user,
  ${utc(f.created)} as created_at,
  f.note
from favourites f join members m on m.member_id = f.member_id
where ${loaded(favourites, concat('["', f.member_id, '","', f.ad_id, '"]'))}
order by cast(listing_and_user as binary)
