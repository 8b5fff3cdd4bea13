select
  lower(trim(m.email_addr)) as email,
  concat_ws(' ', m.first_name, m.last_name) as display_name,
  m.nickname,
  m.phone,
  upper(trim(m.postcode)) as postcode,
  case when m.country_code in ('UK', 'EN', 'SC', 'WA', 'NI') then 'GB' else m.country_code end as country,
  case m.state when 'A' then 'active' when 'X' then 'closed' when 'P' then 'pending' end as status,
  m.newsletter,
  m.birth_year,
  ifnull(m.about, '') as bio,
  ${utc(m.created)} as joined_at,
  ${utc(m.last_login)} as last_login_at
from members m
where ${loaded(users, m.member_id)}
order by cast(email as binary)
