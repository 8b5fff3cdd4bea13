select view_itself, count(*) as copies
from (
  select concat_ws(' ', viewed_at, session, coalesce(listing_id::text, '-'), millis, path) as view_itself
  from page_views
) views
group by view_itself
order by view_itself collate "C"
