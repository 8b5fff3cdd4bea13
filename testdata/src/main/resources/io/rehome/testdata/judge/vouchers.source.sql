select code, discount, expires as expires_on from vouchers order by cast(code as binary)
