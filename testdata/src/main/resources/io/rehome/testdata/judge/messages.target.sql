select s.message_id, s.listing_id, u.email as sender, s.body, ${utc(s.sent_at)} as sent_at, s.seen::int
from messages s left join users u on u.user_id = s.sender_id
order by s.message_id::text collate "C"
