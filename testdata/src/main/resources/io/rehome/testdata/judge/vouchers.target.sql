select code, discount, expires_on from vouchers order by code collate "C"
