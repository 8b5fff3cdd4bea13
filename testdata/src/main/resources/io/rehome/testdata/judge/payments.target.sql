select
  p.reference, p.listing_id, u.email as payer, p.amount, p.vat, p.currency, p.method::text,
  ${utc(p.paid_at)} as paid_at
from payments p left join users u on u.user_id = p.payer_id
order by p.reference collate "C"
