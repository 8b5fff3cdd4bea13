select
  email, display_name, nickname, phone, postcode, country, status::text, newsletter::int, birth_year, bio,
  latitude,
  ${utc(joined_at)} as joined_at,
  ${utc(last_login_at)} as last_login_at
from users
order by email collate "C"
