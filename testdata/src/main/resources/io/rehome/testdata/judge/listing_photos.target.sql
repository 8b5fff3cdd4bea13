select photo_id, listing_id, position, url, width, height, encode(thumbnail, 'hex') as thumbnail
from listing_photos
order by photo_id::text collate "C"
