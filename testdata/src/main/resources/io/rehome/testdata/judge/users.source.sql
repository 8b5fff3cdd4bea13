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
  case
    when m.postcode regexp '^SW[0-9]' then '51.46'
    when m.postcode regexp '^EH[0-9]' then '55.91'
    when m.postcode regexp '^CF[0-9]' then '51.55'
    when m.postcode regexp '^BT[0-9]' then '54.63'
    when m.postcode regexp '^M[0-9]' then '53.48'
    when m.postcode regexp '^LS[0-9]' then '53.83'
    when m.postcode regexp '^BS[0-9]' then '51.43'
    when m.postcode regexp '^OX[0-9]' then '51.79'
    when m.postcode regexp '^CB[0-9]' then '52.22'
    when m.postcode regexp '^YO[0-9]' then '54.07'
  end as latitude,
  ${utc(m.created)} as joined_at,
  ${utc(m.last_login)} as last_login_at
from members m
where ${loaded(users, m.member_id)}
order by cast(email as binary)
