select shop_id as store_id, name, manager_id + 500 as manager_id, opened as opened_on
from shops
where ${loaded(stores, shop_id)}
order by cast(shop_id as binary)
