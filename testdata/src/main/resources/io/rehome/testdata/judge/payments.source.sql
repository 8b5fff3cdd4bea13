select
  p.reference,
  p.ad_id + 10000000 as listing_id,
  lower(trim(m.email_addr)) as payer,
  cast(p.amount as decimal(10, 2)) as amount,
  cast(p.amount * p.vat_rate as decimal(16, 7)) as vat,
  p.currency,
  case p.method when 'paypal' then 'wallet' when 'bank' then 'transfer' else p.method end as method,
  ${utc(p.paid)} as paid_at
from payments p join ads a on a.ad_id = p.ad_id join members m on m.member_id = a.member_id
where ${loaded(payments, p.payment_id)}
order by cast(p.reference as binary)
