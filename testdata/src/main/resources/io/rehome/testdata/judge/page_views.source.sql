select concat_ws(' ', viewed, session, ifnull(listing, '-'), millis, path) as view_itself, count(*) as copies
from (
  select v.*, if(${loaded(listings, a.ad_id)}, a.ad_id + 10000000, null) as listing
  from page_views v left join ads a on a.ad_id = v.ad_id
  where v.viewed > '0000-00-00'
) views
group by 1
order by cast(view_itself as binary)
