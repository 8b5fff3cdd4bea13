select f.listing_id || ' ' || u.email as listing_and_user, ${utc(f.created_at)} as created_at, f.note
from favourites f join users u on u.user_id = f.user_id
order by (f.listing_id || ' ' || u.email) collate "C"
