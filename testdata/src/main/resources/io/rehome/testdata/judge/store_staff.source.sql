select
  s.staff_id + 500 as staff_id, lower(trim(m.email_addr)) as member, s.shop_id as store_id, s.role, s.since
from shop_staff s join members m on m.member_id = s.member_id
where ${loaded(store_staff, s.staff_id)}
order by cast(s.staff_id + 500 as binary)
