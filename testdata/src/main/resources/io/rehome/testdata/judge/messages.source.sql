select
  s.message_id,
  s.ad_id + 10000000 as listing_id,
  if(${loaded(users, m.member_id)}, lower(trim(m.email_addr)), null) as sender,
  s.body,
  ${utc(s.sent)} as sent_at,
  s.seen
from messages s left join members m on m.member_id = s.sender_id
where ${loaded(messages, s.message_id)}
order by cast(s.message_id as binary)
