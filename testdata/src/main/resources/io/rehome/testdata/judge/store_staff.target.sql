select s.staff_id, u.email as member, s.store_id, s.role, s.since
from store_staff s left join users u on u.user_id = s.user_id
order by s.staff_id::text collate "C"
