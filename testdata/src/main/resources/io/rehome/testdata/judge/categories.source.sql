select category_id, parent_id, slug, name
from categories
where ${loaded(categories, category_id)}
order by cast(category_id as binary)
