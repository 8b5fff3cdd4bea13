select
  photo_id, ad_id + 10000000 as listing_id, position, concat('https://img.petsandpaws.example', path) as url,
  width, height, lower(hex(thumbnail)) as thumbnail
from photos
where ${loaded(listing_photos, photo_id)}
order by cast(photo_id as binary)
